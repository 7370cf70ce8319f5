"""Every form of an account carries its token; what was typed into a refused one is not lost."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.persistence import people
from portal.persistence.people import Person
from tests import builders
from tests.accounts_browser import PASSWORD, give_password, is_signed_in, letters, token_of

POSTS = [
    "/accounts/sign-in",
    "/accounts/demo-sign-in",
    "/accounts/sign-out",
    "/accounts/forgot-password",
    "/accounts/reset-password/x",
    "/accounts/change-password",
    "/accounts/settings",
    "/accounts/language",
    "/accounts/theme",
]
PAGES = [
    "/accounts/sign-in",
    "/accounts/forgot-password",
    "/accounts/settings",
    "/accounts/change-password",
]


@pytest.fixture
def hana(app: Flask) -> Person:
    return give_password(app, builders.a_person(app))


def test_the_list_of_forms_is_whole(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("accounts.")]
    posts = {rule.rule for rule in rules if "POST" in (rule.methods or ())}
    assert posts == {path.replace("/x", "/<token>") for path in POSTS}


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("token", [None, "", "forged", "of another session"])
def test_a_form_without_its_token_does_nothing(
    app: Flask, hana: Person, path: str, token: str | None
) -> None:
    browser = builders.sign_in(app.test_client(), hana)
    token_of(browser, "/accounts/settings")
    other = token_of(app.test_client(), "/accounts/sign-in")
    typed = {"email": hana.email, "password": PASSWORD, "language": "ja", "theme": "dark"}
    sent = typed | ({} if token is None else {"csrf_token": other if " " in token else token})
    page = browser.post(path, data=sent)
    assert page.status_code == 400
    assert hana.email in page.text
    assert PASSWORD not in page.text
    assert is_signed_in(browser)
    assert letters(app) == []
    with app.app_context():
        assert people.find(hana.id) == hana


@pytest.mark.parametrize("path", PAGES)
def test_every_form_says_where_to_send_its_token(app: Flask, hana: Person, path: str) -> None:
    is_own = path not in ("/accounts/sign-in", "/accounts/forgot-password")
    browser = app.test_client()
    page = (builders.sign_in(browser, hana) if is_own else browser).get(path).text
    assert page.count("<form") == page.count('name="csrf_token"')


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "x" * 300])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_name_that_is_not_ours_gets_an_error_page(
    client: FlaskClient, host: str, method: str
) -> None:
    page = getattr(client, method)("/accounts/sign-in", headers={"Host": host})
    assert page.status_code == 400
    assert "<h1>" in page.text
    assert host not in page.text


def test_password_fields_say_what_they_are_to_a_password_manager(
    client: FlaskClient, hana: Person
) -> None:
    page = client.get("/accounts/sign-in").text
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    own = builders.sign_in(client, hana).get("/accounts/change-password").text
    assert own.count('autocomplete="new-password"') == 2
    assert own.count('autocomplete="current-password"') == 1
    assert own.count('autocomplete="username"') == 1
