"""``portal demo``: the demo organisation, loaded into an empty database or removed from it."""

import os
from pathlib import Path

import click

from assessments.refusals import Refusal
from portal import clock
from portal.cli.application import the_portal
from portal.cli.exits import Refused
from portal.cli.language import say, tell
from portal.config import Settings
from portal.demo import load, new_password, unload
from portal.demo.cast import ONE_CLICK

PASSWORD_FILE = "demo_password"  # noqa: S105 (the name of the file)


@click.command(
    help=say(
        "空のデータベースにデモ用の組織を読み込みます。",
        "Load the demo organisation into an empty database.",
    )
)
@click.option(
    "--remove",
    is_flag=True,
    help=say("デモを消して空のデータベースに戻します。", "Remove the demo and start over."),
)
def demo(remove: bool) -> None:
    with the_portal() as app:
        settings: Settings = app.config["PORTAL"]
        try:
            _remove(settings) if remove else _load(settings)
        except Refusal as refusal:
            raise Refused(tell(refusal.message)) from refusal


def show_accounts(settings: Settings) -> None:
    """Print the demo's accounts, as long as its password is kept."""
    path = settings.data_dir / PASSWORD_FILE
    if not path.exists():
        return
    click.echo(say("デモのアカウント:", "Demo accounts:"))
    for email, role in ONE_CLICK.items():
        click.echo(f"  {email:<24}{tell(role)}")
    click.echo(say(f"  パスワード: {path.read_text()}", f"  Password: {path.read_text()}"))


def _load(settings: Settings) -> None:
    password = new_password()
    load(clock.now(), password)
    _keep(settings.data_dir / PASSWORD_FILE, password)
    show_accounts(settings)


def _remove(settings: Settings) -> None:
    unload(clock.now())
    (settings.data_dir / PASSWORD_FILE).unlink(missing_ok=True)
    click.echo(
        say(
            "デモを消しました。portal init --admin-email で始められます。",
            "The demo is gone. Begin with: portal init --admin-email",
        )
    )


def _keep(path: Path, password: str) -> None:
    """Keep the password for the next start, readable by its owner only."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(password)
