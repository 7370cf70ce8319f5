"""Under an address of its own the portal speaks HTTPS only, under that name only."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from portal import create_app
from portal.config import Settings
from portal.persistence.database import db
from tests.portal.web import telling

SIGN_IN = "/accounts/sign-in"
HTTPS = "https://csm.example.com"
FORWARDED = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "csm.example.com",
}
Make = Callable[..., Flask]


@pytest.fixture
def make(settings: Settings) -> Iterator[Make]:
    """Makes the application with other settings."""
    made: list[Flask] = []

    def one(**changes: object) -> Flask:
        made.append(create_app(replace(settings, **changes)))  # type: ignore[arg-type]  # any field
        return made[-1]

    yield one
    for application in made:
        with application.app_context():
            db.engine.dispose()


def told(application: Flask) -> Callable[[dict[str, str], str], str]:
    """Asks the application who it takes the client for, and under which address."""
    telling.add_to(application)
    client = application.test_client()
    return lambda headers, base: client.get("/tells/client", headers=headers, base_url=base).text


def test_over_https_browsers_are_told_to_stay_there(make: Make) -> None:
    answer = make(base_url=HTTPS).test_client().get(SIGN_IN, base_url=HTTPS)
    assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    name, *flags = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-session=")
    assert set(flags) == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


@pytest.mark.parametrize(
    "host", ["evil.example", "csm.example.com.evil.example", "127.0.0.1", "a b"]
)
def test_another_host_is_told_nothing_but_that(make: Make, host: str) -> None:
    client = make(base_url=HTTPS).test_client()
    for language, title in (("en", "This request could not be read"), ("ja", "読み取れません")):
        headers = {"Host": host, "Accept-Language": language}
        page = client.get(SIGN_IN, headers=headers)
        assert page.status_code == 400
        assert title in page.text
        assert "evil" not in page.text
        assert "password" not in page.text


def test_a_local_set_up_answers_to_the_names_of_this_machine(make: Make) -> None:
    client = make().test_client()
    for host in ("127.0.0.1:8000", "localhost:5000", "localhost"):
        assert client.get(SIGN_IN, headers={"Host": host}).status_code == 200
    assert client.get(SIGN_IN, headers={"Host": "192.168.1.5:8000"}).status_code == 400


def test_without_proxies_forwarded_headers_are_not_believed(make: Make) -> None:
    assert told(make())(FORWARDED, "http://localhost") == "127.0.0.1 http://localhost/"


def test_as_many_proxies_as_are_configured_are_believed(make: Make) -> None:
    asked = told(make(base_url=HTTPS, proxies=1))
    assert asked(FORWARDED, "http://127.0.0.1:8000") == f"203.0.113.7 {HTTPS}/"
    forged = FORWARDED | {"X-Forwarded-For": "198.51.100.9, 203.0.113.7"}
    assert asked(forged, "http://127.0.0.1:8000") == f"203.0.113.7 {HTTPS}/"


def test_two_proxies_are_counted_from_the_nearest(make: Make) -> None:
    asked = told(make(base_url=HTTPS, proxies=2))
    chain = {
        "X-Forwarded-For": "198.51.100.9, 203.0.113.7, 10.0.0.2",
        "X-Forwarded-Proto": "https, http",
        "X-Forwarded-Host": "csm.example.com, inner",
    }
    assert asked(chain, "http://127.0.0.1:8000") == f"203.0.113.7 {HTTPS}/"
