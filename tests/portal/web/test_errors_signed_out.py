"""Who is signed out by the time a form arrives is told so, and led back to where it was typed."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import builders

EVIDENCE = "Typed for an hour"
PAGE = "/assess/00000000-0000-7000-8000-000000000001/rel?from=home"


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """A browser that has lost its cookies, and with them the token of its form."""
    return in_english(app.test_client())


def in_english(client: FlaskClient) -> FlaskClient:
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def sign_in_link(page: str) -> str:
    line = next(each for each in page.splitlines() if "Sign in in a new tab" in each)
    return unescape(line.split('href="')[1].split('"')[0])


def test_a_lost_sign_in_is_named_and_the_text_given_back(stranger: FlaskClient) -> None:
    page = stranger.post(PAGE, data={"rel_trust-evidence": EVIDENCE})
    assert page.status_code == 401
    assert "<h1>Your sign-in has expired</h1>" in page.text
    assert "came from another site" not in page.text
    assert EVIDENCE in page.text


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [
        ({"Referer": f"http://localhost{PAGE}"}, PAGE),
        ({"Referer": "http://evil.example/assess/"}, PAGE.partition("?")[0]),
        ({}, PAGE.partition("?")[0]),
    ],
)
def test_signing_in_leads_back_to_the_page_it_was_typed_on(
    stranger: FlaskClient, came_from: dict[str, str], leads_to: str
) -> None:
    link = urlsplit(sign_in_link(stranger.post(PAGE, headers=came_from).text))
    assert link.path == "/accounts/sign-in"
    assert parse_qs(link.query) == {"next": [leads_to]}


def test_who_was_away_too_long_gets_the_link_too(client: FlaskClient) -> None:
    page = in_english(client).post(PAGE, data={"rel_trust-evidence": EVIDENCE})
    assert page.status_code == 401
    assert "You are signed out" in page.text
    assert sign_in_link(page.text)


def test_a_forged_form_is_not_taken_for_a_lost_sign_in(app: Flask, stranger: FlaskClient) -> None:
    builders.sign_in(stranger, builders.a_person(app))
    for path in ("/assess/self", "/accounts/sign-in"):
        page = stranger.post(path)
        assert page.status_code == 400
        assert "came from another site" in page.text
        assert "Sign in in a new tab" not in page.text


@pytest.mark.parametrize(
    ("language", "name"), [("ja", "オンボーディング専門型"), ("en", "Onboarding specialist")]
)
def test_a_type_that_was_picked_comes_back_by_its_name(
    stranger: FlaskClient, language: str, name: str
) -> None:
    typed = {"type_id": "onboarding", "team": "onboarding"}
    page = stranger.post("/admin/people/new", data=typed, headers={"Accept-Language": language})
    assert f"readonly>{name}</textarea>" in page.text
    assert page.text.count("readonly>onboarding</textarea>") == 1
