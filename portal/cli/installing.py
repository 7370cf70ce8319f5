"""``portal init``: bring the database up to date and give it its first administrator."""

import click

from portal import clock, create_app
from portal.admin.actions import install
from portal.cli import first_admin
from portal.cli.application import require_known_schema, the_settings
from portal.cli.language import say
from portal.persistence import schema, sqlite_file


@click.command(
    help=say(
        "データベースを作成または更新し、標準のスキルマップを公開します。",
        "Create or upgrade the database and publish the shipped skill maps.",
    )
)
@click.option(
    "--admin-email",
    metavar="EMAIL",
    help=say("最初の管理者のメールアドレス", "E-mail address of the first administrator"),
)
@click.option(
    "--admin-name",
    metavar="NAME",
    default="",
    help=say("最初の管理者の氏名", "Name of the first administrator"),
)
def init(admin_email: str | None, admin_name: str) -> None:
    settings = the_settings()
    email = first_admin.checked(admin_email) if admin_email else None
    path = sqlite_file.path_of(settings.database_url)
    if path:
        sqlite_file.keep_to_owner(path)
    app = create_app(settings)
    with app.app_context():
        require_known_schema()
        schema.upgrade()
        count = len(install.publish_missing(clock.now()))
        click.echo(
            say(
                f"データベースは最新です。スキルマップを{count}件公開しました。",
                f"The database is up to date. Skill maps published: {count}.",
            )
        )
    if email:
        first_admin.add(app, email, admin_name or email.partition("@")[0])
