"""What tests of accounts do in a browser: passwords, forms with their token, and the mail."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal import clock
from portal.accounts import hashing
from portal.accounts.letters import postman
from portal.persistence import accounts, audit, database
from portal.persistence.accounts import AccountRecord
from portal.persistence.people import Person
from tests import audit_log

PASSWORD = "walnut harbour quiet ladder"
ANOTHER = "copper violin meadow thunder"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@cache
def _hashed(password: str) -> str:
    return hashing.hashed(password)


def give_password(app: Flask, person: Person, password: str = PASSWORD) -> Person:
    """The same person, who can now sign in with this password."""
    change_account(app, person, password=_hashed(password))
    return person


def change_account(app: Flask, person: Person, **values: object) -> None:
    with app.app_context():
        accounts.save(replace(account_of(person), **values))  # type: ignore[arg-type]  # any field
        database.commit()


def account_of(person: Person) -> AccountRecord:
    found = accounts.find(person.id)
    assert found
    return found


def sign_in(
    browser: FlaskClient, email: str, password: str = PASSWORD, **more: str
) -> TestResponse:
    """Fill in the sign-in form and send it; ``more`` are its other fields."""
    typed = {"email": email, "password": password} | more
    return browser.post("/accounts/sign-in", data=typed)


def token_of(browser: FlaskClient, path: str, base_url: str | None = None) -> str:
    """The token in the forms of a page."""
    page = browser.get(path, base_url=base_url)
    found = TOKEN.search(page.text)
    assert found, page.text
    return found.group(1)


def is_signed_in(browser: FlaskClient) -> bool:
    return browser.get("/accounts/settings").status_code == 200


def ask_for_link(browser: FlaskClient, email: str, **more: Any) -> TestResponse:
    """Send the form and read the answer to its end, after which the letter is written."""
    typed = {"email": email}
    return browser.post("/accounts/forgot-password", data=typed, buffered=True, **more)


def letters(app: Flask) -> list[tuple[str, str, str]]:
    """Recipient, subject and text of every letter sent so far."""
    postman.submit(int).result()
    outbox = getattr(app.extensions["mailman"], "outbox", [])
    return [(letter.to[0], letter.subject, letter.body) for letter in outbox]


def events(app: Flask) -> list[audit.AuditEvent]:
    """The latest first."""
    with app.app_context():
        return list(audit_log.latest(limit=50))


def later(monkeypatch: pytest.MonkeyPatch, passed: timedelta) -> datetime:
    """Let this much time pass for everything that asks what time it is."""
    moment = clock.now() + passed
    monkeypatch.setattr(clock, "now", lambda: moment)
    return moment
