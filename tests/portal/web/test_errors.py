"""Errors are pages in the language of the reader that say what to do, and give nothing away."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from portal.persistence import database
from tests import builders
from tests.portal.web import breaking

ENGLISH = {
    "400": "This request could not be read",
    "401": "You are signed out",
    "403": "This is not allowed",
    "404": "Page not found",
    "409": "Somebody else changed this",
    "413": "That is too large",
    "418": "This request could not be read",
    "429": "Too many attempts",
    "500": "Something went wrong",
    "503": "Busy for a moment",
    "507": "There is no space left to save",
    "closed": "This cannot be done any more",
    "surprise": "Something went wrong",
    "database": "Something went wrong",
}
JAPANESE = re.compile(r"<h1>[^<]*[ぁ-ん][^<]*</h1>")
NUMBER = re.compile(r"<code>([0-9a-f]{12})</code>")
GIVEN_AWAY = re.compile(
    r"Traceback|File &#34;|\.py(?![\w-])|/srv/|/home/|hunter2|SELECT|NobodyThoughtOf|sqlite"
)


def open_page(client: FlaskClient, kind: str, language: str = "en", **headers: str) -> TestResponse:
    headers = {"Accept-Language": language, **headers}
    return client.get(f"/breaks/{kind}", headers=headers)


@pytest.mark.parametrize("kind", ENGLISH)
def test_every_error_is_a_page_in_both_languages(client: FlaskClient, kind: str) -> None:
    page = open_page(client, kind)
    assert page.status_code == breaking.STATUS[kind]
    assert f"<h1>{ENGLISH[kind]}</h1>" in page.text
    assert '<html lang="en"' in page.text
    japanese = open_page(client, kind, "ja")
    assert JAPANESE.search(japanese.text)
    assert '<html lang="ja"' in japanese.text


@pytest.mark.parametrize("kind", ENGLISH)
def test_no_error_page_tells_how_the_portal_is_made(client: FlaskClient, kind: str) -> None:
    for language in ("en", "ja"):
        assert GIVEN_AWAY.findall(open_page(client, kind, language).text) == []


def test_the_message_of_a_refusal_is_shown_in_the_language_of_the_reader(
    client: FlaskClient,
) -> None:
    assert "submitted or finalised" in open_page(client, "closed").text
    assert "提出または確定" in open_page(client, "closed", "ja").text


def test_the_number_on_the_page_stands_in_the_log(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    for kind in ("surprise", "database"):
        number = NUMBER.search(open_page(client, kind).text)
        assert number
        assert number[1] in caplog.text


def test_each_failure_has_a_number_of_its_own(client: FlaskClient) -> None:
    numbers = {NUMBER.findall(open_page(client, "surprise").text)[0] for _ in range(3)}
    assert len(numbers) == 3


@pytest.mark.parametrize("kind", ["404", "closed", "surprise", "database", "413"])
def test_who_asks_for_json_gets_json(client: FlaskClient, kind: str) -> None:
    answer = open_page(client, kind, Accept="application/json")
    assert answer.status_code == breaking.STATUS[kind]
    assert answer.json
    assert answer.json["errors"][0] == ENGLISH[kind]
    assert GIVEN_AWAY.findall(answer.text) == []


def test_a_browser_that_takes_anything_gets_a_page(client: FlaskClient) -> None:
    accepted = "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"
    assert open_page(client, "404", Accept=accepted).mimetype == "text/html"


def test_who_is_told_to_wait_is_told_how_long(client: FlaskClient) -> None:
    assert open_page(client, "503").headers["Retry-After"] == "5"
    assert "Retry-After" not in open_page(client, "500").headers


def test_a_method_that_is_not_there_is_answered_with_those_that_are(client: FlaskClient) -> None:
    answer = client.delete("/breaks/404")
    assert answer.status_code == 405
    assert set(answer.allow) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_an_error_page_keeps_the_menu_of_who_is_signed_in(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_person(app, "Hana Sato"))
    page = open_page(client, "404")
    assert "Hana Sato" in page.text
    assert 'aria-label="Main"' in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_a_database_in_ruins_is_said_on_a_page(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_person(app))
    with app.app_context():
        database.session().execute(text("ALTER TABLE accounts RENAME TO ruins"))
        database.commit()
    page = client.get("/", headers={"Accept-Language": "en"})
    assert page.status_code == 500
    assert ENGLISH["500"] in page.text
    assert GIVEN_AWAY.findall(page.text) == []
