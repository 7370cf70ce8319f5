"""Sessions under a public address: a cookie for this host alone, forms from this host alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from portal import create_app
from portal.config import Settings
from portal.persistence.database import db
from tests import builders
from tests.accounts_browser import PASSWORD, give_password, token_of

HERE = "https://portal.example.com"


@pytest.fixture
def public_app(settings: Settings) -> Iterator[Flask]:
    application = create_app(replace(settings, base_url=HERE))
    yield application
    with application.app_context():
        db.engine.dispose()


def test_the_cookie_belongs_to_this_host_alone(public_app: Flask) -> None:
    page = public_app.test_client().get("/accounts/sign-in", base_url=HERE)
    name, *flags = page.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-session=")
    assert set(flags) == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


@pytest.mark.parametrize(
    ("referrer", "status"),
    [(None, 400), ("https://evil.example/", 400), (f"{HERE}/accounts/sign-in", 302)],
)
def test_a_form_from_elsewhere_is_refused(
    public_app: Flask, referrer: str | None, status: int
) -> None:
    hana = give_password(public_app, builders.a_person(public_app))
    visitor = public_app.test_client()
    token = token_of(visitor, "/accounts/sign-in", HERE)
    typed = {"email": hana.email, "password": PASSWORD, "csrf_token": token}
    headers = {"Referer": referrer} if referrer else {}
    answer = visitor.post("/accounts/sign-in", data=typed, base_url=HERE, headers=headers)
    assert answer.status_code == status


def test_another_name_of_this_machine_is_not_ours(public_app: Flask) -> None:
    visitor = public_app.test_client()
    assert visitor.get("/accounts/sign-in", base_url="https://localhost").status_code == 400
