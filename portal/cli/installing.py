"""``portal init``: bring the database up to date and give it its first administrator."""

import click
from email_validator import EmailNotValidError, validate_email

from portal import clock, create_app
from portal.admin.actions import install
from portal.cli.application import require_known_schema, the_settings
from portal.cli.exits import Refused
from portal.cli.language import say
from portal.config import Settings
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
    email = _checked(admin_email) if admin_email else None
    path = sqlite_file.path_of(settings.database_url)
    if path:
        sqlite_file.keep_to_owner(path)
    with create_app(settings).app_context():
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
            _add_admin(email, admin_name or email.partition("@")[0], settings)


def _checked(email: str) -> str:
    try:
        return validate_email(email, check_deliverability=False).normalized
    except EmailNotValidError as problem:
        raise Refused(
            say(
                f"メールアドレスの形式が正しくありません: {email}",
                f"This is not an e-mail address: {email}",
            )
        ) from problem


def _add_admin(email: str, name: str, settings: Settings) -> None:
    today = clock.today(settings.time_zone)
    if not install.add_first_admin(email, name, today=today, now=clock.now()):
        raise Refused(
            say(
                "管理者はすでに登録されています。画面から追加してください。",
                "There is an administrator already. Add others in the browser.",
            )
        )
    click.echo(say(f"管理者を登録しました: {email}", f"Administrator added: {email}"))
