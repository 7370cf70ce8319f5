"""A page speaks the person's language, else what the browser chose or wishes, else the house's."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.bands import Band
from assessments.text import Language, Text
from portal.persistence import database, people
from portal.persistence.people import Person
from portal.web import filters
from portal.web.filters import minutes, moment, word
from portal.web.language import current_language, speaking, tr
from tests import builders
from tests.builders import MORNING

SIGN_IN = "/accounts/sign-in"
SETTINGS = "/accounts/settings"


def spoken(client: FlaskClient, wish: str | None = None, path: str = SIGN_IN) -> str:
    """The language that the page says it is in, and is."""
    page = client.get(path, headers={"Accept-Language": wish} if wish else {})
    language = page.text.partition('<html lang="')[2][:2]
    assert {"ja": "本文へ", "en": "Skip to the content"}[language] in page.text
    return language


def choose(client: FlaskClient, language: str, code: int = 302) -> None:
    answer = client.post("/accounts/language", data={"language": language, "next": SIGN_IN})
    assert answer.status_code == code


def who_speaks(app: Flask, language: Language | None) -> Person:
    """Somebody who has chosen this language, or none."""
    person = replace(builders.a_person(app), language=language)
    with app.app_context():
        people.save(person, MORNING)
        database.commit()
    return person


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        (None, "ja"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("ja-JP", "ja"),
        ("fr, en;q=0.5, ja;q=0.4", "en"),
        ("fr, ja;q=0.5, en;q=0.4", "ja"),
        ("fr", "ja"),
        ("tlh;q=nonsense,,;;", "ja"),
    ],
)
def test_a_browser_is_answered_as_it_wishes(
    client: FlaskClient, wish: str | None, language: str
) -> None:
    assert spoken(client, wish) == language


def test_the_house_may_speak_english(app: Flask, client: FlaskClient) -> None:
    app.config["PORTAL"] = replace(app.config["PORTAL"], default_language="en")
    assert spoken(client) == "en"
    assert spoken(client, "fr") == "en"
    assert spoken(client, "ja") == "ja"


def test_what_was_chosen_in_the_browser_comes_before_its_wish(client: FlaskClient) -> None:
    choose(client, "en")
    assert spoken(client, "ja") == "en"
    choose(client, "ja")
    assert spoken(client, "en") == "ja"


def test_the_persons_choice_comes_before_everything(app: Flask, client: FlaskClient) -> None:
    choose(client, "en")
    builders.sign_in(client, who_speaks(app, "ja"))
    with client.session_transaction() as session:
        session["language"] = "en"
    assert spoken(client, "en", SETTINGS) == "ja"


def test_a_person_without_a_choice_is_answered_as_her_browser(
    app: Flask, client: FlaskClient
) -> None:
    builders.sign_in(client, who_speaks(app, None))
    assert spoken(client, "en", SETTINGS) == "en"
    with client.session_transaction() as session:
        session["language"] = "ja"
    assert spoken(client, "en", SETTINGS) == "ja"


def test_who_is_signed_in_chooses_for_every_browser(app: Flask, client: FlaskClient) -> None:
    hana = who_speaks(app, "ja")
    builders.sign_in(client, hana)
    choose(client, "en")
    other = builders.sign_in(app.test_client(), hana)
    assert spoken(other, "ja", SETTINGS) == "en"


@pytest.mark.parametrize("language", ["fr", "", "ja;"])
def test_a_language_that_is_not_spoken_is_refused(client: FlaskClient, language: str) -> None:
    choose(client, language, 400)
    assert spoken(client, "en") == "en"


@pytest.mark.parametrize(("language", "expected"), [("ja", "根拠"), ("en", "Evidence")])
def test_a_text_of_the_field_is_shown_in_the_language_of_the_page(
    app: Flask, language: str, expected: str
) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        assert tr(Text(ja="根拠", en="Evidence")) == expected


def test_what_speaks_another_language_speaks_the_pages_again_afterwards(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        with speaking("ja"):
            assert (current_language(), minutes(45)) == ("ja", "45分")
            with speaking("en"):
                assert (current_language(), minutes(45)) == ("en", "45 min")
            assert (current_language(), minutes(45)) == ("ja", "45分")
        assert (current_language(), minutes(45)) == ("en", "45 min")


@pytest.mark.parametrize(("language", "expected"), [("ja", "30分"), ("en", "30 min")])
def test_without_a_request_the_house_speaks(app: Flask, language: Language, expected: str) -> None:
    app.config["PORTAL"] = replace(app.config["PORTAL"], default_language=language)
    with app.app_context():
        assert (current_language(), minutes(30)) == (language, expected)
        assert moment(datetime(2026, 12, 31, 15, 5, tzinfo=UTC)).endswith(" 0:05")


def test_what_is_said_outside_the_application_is_not_kept_for_its_pages(app: Flask) -> None:
    filters._word.cache_clear()
    filters._minutes.cache_clear()
    assert (word(Band.SENIOR), minutes(30)) == ("Senior", "30 min")
    with app.test_request_context(headers={"Accept-Language": "ja"}):
        assert (word(Band.SENIOR), minutes(30)) == ("上級", "30分")


def test_another_language_is_left_when_something_fails_in_it(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert current_language() == "en"
        with pytest.raises(ZeroDivisionError), speaking("ja"):
            _ = 1 / 0
        assert (current_language(), minutes(45)) == ("en", "45 min")
