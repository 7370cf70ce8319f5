"""Our settings in the words of Flask, and how a request that writes is set apart."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from portal.config import Settings
from portal.persistence.database import begin_mode
from portal.web.settings import flask_settings


def mail(settings: Settings, url: str) -> dict[str, object]:
    """What the mail library is told for this URL, without the prefix of its settings."""
    told = flask_settings(replace(settings, mail_url=url))
    return {key.removeprefix("MAIL_"): each for key, each in told.items() if "MAIL_" in key}


def test_mail_goes_to_the_terminal_where_no_server_is_named(settings: Settings) -> None:
    told = mail(settings, "console://")
    assert told == {"BACKEND": "console", "DEFAULT_SENDER": "portal@localhost"}


def test_mail_goes_to_a_server_by_its_address(settings: Settings) -> None:
    told = mail(settings, "smtp://portal%40example.com:p%40ss%2Fword@mail.example.com:587")
    assert (told["BACKEND"], told["SERVER"], told["PORT"]) == ("smtp", "mail.example.com", 587)
    assert (told["USERNAME"], told["PASSWORD"]) == ("portal@example.com", "p@ss/word")
    assert (told["USE_TLS"], told["USE_SSL"]) == (True, False)


@pytest.mark.parametrize(
    ("url", "port", "is_encrypted"), [("smtp://relay", 25, False), ("smtps://relay", 465, True)]
)
def test_a_server_without_a_port_is_asked_at_its_usual_one(
    settings: Settings, url: str, port: int, is_encrypted: bool
) -> None:
    told = mail(settings, url)
    assert (told["PORT"], told["USE_SSL"], told["USE_TLS"]) == (port, is_encrypted, False)
    assert (told["USERNAME"], told["PASSWORD"]) == (None, None)


def test_earlier_keys_still_open_sessions(settings: Settings) -> None:
    told = flask_settings(replace(settings, secret_key_fallbacks=("old", "older")))
    assert told["SECRET_KEY_FALLBACKS"] == ["old", "older"]


@pytest.mark.parametrize(
    ("base_url", "hosts"),
    [
        ("http://127.0.0.1:8000", ["127.0.0.1", "localhost"]),
        ("https://csm.example.com:8443", ["csm.example.com"]),
    ],
)
def test_only_our_own_hosts_are_trusted(
    settings: Settings, base_url: str, hosts: list[str]
) -> None:
    assert flask_settings(replace(settings, base_url=base_url))["TRUSTED_HOSTS"] == hosts


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_request_that_writes_takes_the_write_lock_first(client: FlaskClient, method: str) -> None:
    answer = client.open("/tells/mode", method=method)
    assert answer.headers["X-Mode"] == ("IMMEDIATE" if method == "POST" else "DEFERRED")
    assert begin_mode.get() == "DEFERRED"
