"""The first administrator, with a link to choose a password by."""

import click
from email_validator import EmailNotValidError, validate_email
from flask import Flask

from portal import clock
from portal.accounts import reset_links
from portal.admin.actions import install
from portal.cli.exits import Refused
from portal.cli.language import say
from portal.persistence import accounts


def checked(email: str) -> str:
    """Raises Refused for what is no e-mail address."""
    try:
        return validate_email(email, check_deliverability=False).normalized
    except EmailNotValidError as problem:
        raise Refused(
            say(
                f"メールアドレスの形式が正しくありません: {email}",
                f"This is not an e-mail address: {email}",
            )
        ) from problem


def add(app: Flask, email: str, name: str) -> None:
    """Once: run again for the same person, it says so and goes on. Raises Refused."""
    with app.test_request_context():
        if install.is_admin(email, clock.today(app.config["TIME_ZONE"])):
            click.echo(
                say(
                    f"すでに管理者として登録されています: {email}",
                    f"This is an administrator already: {email}",
                )
            )
        else:
            _add(email, name, app.config["TIME_ZONE"])
        _show_link(email)


def _add(email: str, name: str, time_zone: str) -> None:
    now, today = clock.now(), clock.today(time_zone)
    if not install.add_first_admin(email, name, today=today, now=now):
        raise Refused(
            say(
                "別の管理者がすでに登録されています。画面から追加してください。",
                "There is another administrator already. Add people in the browser.",
            )
        )
    click.echo(say(f"管理者を登録しました: {email}", f"Administrator added: {email}"))


def _show_link(email: str) -> None:
    """As long as no password has been chosen."""
    account = accounts.find_by_email(email)
    if account and account.password is None:
        click.echo(
            say(
                "portal serve で起動し、2時間以内にここでパスワードを設定してください:",
                "Start portal serve and choose a password within two hours:",
            )
        )
        click.echo(f"  {reset_links.link_for(account)}")
