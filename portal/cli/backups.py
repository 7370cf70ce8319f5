"""``portal backup`` and ``portal restore``: the whole database into one file, and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from assessments.refusals import Refusal
from portal import clock, create_app
from portal.cli.application import require_known_schema, the_settings
from portal.cli.exits import Refused, Unusable
from portal.cli.language import say, tell
from portal.persistence.backup import Manifest, Target, back_up
from portal.persistence.backup import restore as put_back
from portal.persistence.failures import DatabaseError
from portal.persistence.sqlite_file import path_of

PRODUCT = "csm-skill-portal"


@click.command(
    help=say(
        "データベース全体を1つのファイル(tar.gz)に保存します。ポータルの稼働中でも実行できます。\n\n"
        "秘密鍵(PORTAL_SECRET_KEY)と設定は含まれないため、別に保管してください。"
        "ファイルには個人情報が含まれ、所有者だけが読めます。",
        "Save the whole database into one file (tar.gz), also while the portal runs.\n\n"
        "The secret key (PORTAL_SECRET_KEY) and the settings are not part of it: keep them "
        "elsewhere. The file holds personal data; only its owner can read it.",
    )
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    settings = the_settings()
    with create_app(settings).app_context(), _refusals_told():
        if not path_of(settings.database_url):
            require_known_schema()
        made = back_up(
            file.resolve(), settings.database_url, version=version(PRODUCT), now=clock.now()
        )
    click.echo(say(f"保存しました: {file}", f"Saved: {file}"))
    click.echo(_summary(made))
    click.echo(
        say(
            "秘密鍵と設定は含まれていません。別に保管してください。",
            "The secret key and the settings are not in it. Keep them elsewhere.",
        )
    )


@click.command(
    help=say(
        "portal backup で保存したファイルからデータベースを復元します。"
        "先にポータルを停止してください。\n\n"
        "現在のデータベースに人が登録されている場合は --yes が必要です。その内容は別名で残ります。"
        "秘密鍵(PORTAL_SECRET_KEY)は復元されません。",
        "Put the database back from a file that portal backup made. Stop the portal first.\n\n"
        "Where the present database holds people, --yes is needed; a copy of it is kept. "
        "The secret key (PORTAL_SECRET_KEY) is not restored.",
    )
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--yes",
    is_flag=True,
    help=say("現在のデータベースを置き換える", "Replace the present database"),
)
def restore(file: Path, yes: bool) -> None:
    settings = the_settings()
    target = Target(settings.database_url, settings.data_dir, may_replace=yes)
    with create_app(settings).app_context(), _refusals_told():
        done = put_back(file.resolve(), target, version=version(PRODUCT), now=clock.now())
    click.echo(say(f"復元しました: {file}", f"Restored: {file}"))
    click.echo(_summary(done.manifest))
    if done.kept:
        click.echo(say(f"以前のデータベース: {done.kept}", f"The database before it: {done.kept}"))


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Raises Refused with what was wrong, Unusable where the machine is in the way."""
    try:
        yield
    except Refusal as refusal:
        raise Refused(tell(refusal.message)) from refusal
    except OSError as problem:
        raise Unusable(say(f"失敗しました: {problem}", f"Failed: {problem}")) from problem
    except DatabaseError as problem:
        raise Unusable(say(f"失敗しました: {problem.orig}", f"Failed: {problem.orig}")) from problem


def _summary(manifest: Manifest) -> str:
    made, contents = f"{manifest.created_at:%Y-%m-%d %H:%M} UTC", manifest.contents
    rows = contents.rows
    people, rounds = rows.get("people", 0), rows.get("rounds", 0)
    return say(
        f"  {made}、バージョン{manifest.version}、スキーマ{contents.schema}、"
        f"{people}人、評価ラウンド{rounds}件、全{sum(rows.values())}行",
        f"  {made}, version {manifest.version}, schema {contents.schema}, "
        f"people {people}, rounds {rounds}, rows {sum(rows.values())}",
    )
