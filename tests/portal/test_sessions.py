"""Sessions: new for everybody who signs in, gone when they should be, and never somebody else's."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal import clock
from portal.access import sessions
from portal.persistence import database, people
from portal.persistence.people import Person
from tests import builders
from tests.accounts_browser import (
    change_account,
    give_password,
    is_signed_in,
    later,
    sign_in,
    token_of,
)

SETTINGS = "/accounts/settings"
WANTED = {"language": "en", "theme": "dark", "time_zone": "Asia/Seoul"}


@pytest.fixture
def hana(app: Flask) -> Person:
    return give_password(app, builders.a_person(app))


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    """A browser whose forms carry their token."""
    return app.test_client()


def enter(visitor: FlaskClient, person: Person) -> FlaskClient:
    sign_in(visitor, person.email, csrf_token=token_of(visitor, "/accounts/sign-in"))
    return visitor


def cookie_of(visitor: FlaskClient) -> str:
    cookie = visitor.get_cookie("session")
    assert cookie
    return cookie.value


def zone_of(app: Flask, person: Person) -> str | None:
    with app.app_context():
        found = people.find(person.id)
    assert found
    return found.time_zone


def test_signing_in_begins_a_session_with_nothing_of_the_one_before(
    visitor: FlaskClient, hana: Person
) -> None:
    token = token_of(visitor, "/accounts/sign-in")
    with visitor.session_transaction() as session:
        session["planted"] = session["opened"] = session["theme"] = "dark"
    sign_in(visitor, hana.email, csrf_token=token)
    with visitor.session_transaction() as session:
        kept = set(session)
    assert kept == {"_user_id", "_fresh", "_id", "began", "seen", "theme"}


def test_a_session_holds_ids_and_times_alone(visitor: FlaskClient, hana: Person) -> None:
    enter(visitor, hana).get(SETTINGS)
    with visitor.session_transaction() as session:
        held = str(dict(session))
    assert hana.email not in held
    assert hana.name not in held


def test_who_was_away_for_half_an_hour_is_signed_out(
    visitor: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(visitor, hana)
    later(monkeypatch, timedelta(minutes=29))
    assert is_signed_in(visitor)
    later(monkeypatch, timedelta(minutes=29))
    assert is_signed_in(visitor)
    later(monkeypatch, timedelta(minutes=31))
    door = visitor.get(SETTINGS)
    assert door.location == "/accounts/sign-in?next=/accounts/settings"
    assert "notice-info" in visitor.get(door.location).text


def test_after_twelve_hours_everybody_signs_in_anew(
    visitor: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(visitor, hana)
    for _ in range(35):
        later(monkeypatch, timedelta(minutes=20))
        assert is_signed_in(visitor)
    later(monkeypatch, timedelta(minutes=21))
    assert not is_signed_in(visitor)


def test_a_session_that_does_not_know_when_it_began_is_over(
    client: FlaskClient, hana: Person
) -> None:
    builders.sign_in(client, hana)
    with client.session_transaction() as session:
        del session["began"]
    assert not is_signed_in(client)


def test_a_visit_is_noted_once_a_minute(
    visitor: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(visitor, hana).get(SETTINGS)
    assert "Set-Cookie" not in visitor.get(SETTINGS).headers
    later(monkeypatch, timedelta(seconds=61))
    assert "Set-Cookie" in visitor.get(SETTINGS).headers


def test_what_was_typed_for_too_long_is_shown_and_can_be_sent_after_signing_in(
    app: Flask, visitor: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = WANTED | {"csrf_token": token_of(enter(visitor, hana), SETTINGS)}
    later(monkeypatch, timedelta(minutes=40))
    late = visitor.post(SETTINGS, data=typed)
    assert late.status_code == 401
    assert "Asia/Seoul" in late.text
    enter(visitor, hana)
    assert visitor.post(SETTINGS, data=typed).status_code == 302
    assert zone_of(app, hana) == "Asia/Seoul"


def test_what_one_person_typed_is_never_saved_for_the_next(
    app: Flask, visitor: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ken = give_password(app, builders.a_person(app, "Ken Ono"))
    typed = WANTED | {"csrf_token": token_of(enter(visitor, hana), SETTINGS)}
    later(monkeypatch, timedelta(minutes=40))
    visitor.get(SETTINGS)
    enter(visitor, ken)
    late = visitor.post(SETTINGS, data=typed)
    assert late.status_code == 400
    assert "Asia/Seoul" in late.text
    assert zone_of(app, ken) is None


def test_two_tabs_of_two_people_do_not_mix(app: Flask, visitor: FlaskClient, hana: Person) -> None:
    ken = give_password(app, builders.a_person(app, "Ken Ono"))
    first_tab = WANTED | {"csrf_token": token_of(enter(visitor, hana), SETTINGS)}
    out = {"csrf_token": first_tab["csrf_token"]}
    visitor.post("/accounts/sign-out", data=out)
    enter(visitor, ken)
    assert visitor.post(SETTINGS, data=first_tab).status_code == 400
    assert zone_of(app, hana) is None
    assert zone_of(app, ken) is None


def test_signing_out_ends_a_copied_session_too(visitor: FlaskClient, hana: Person) -> None:
    enter(visitor, hana)
    thief = visitor.application.test_client()
    thief.set_cookie("session", cookie_of(visitor))
    assert is_signed_in(thief)
    visitor.post("/accounts/sign-out", data={"csrf_token": token_of(visitor, SETTINGS)})
    assert not is_signed_in(visitor)
    assert not is_signed_in(thief)


def test_signing_out_twice_is_no_error(client: FlaskClient, hana: Person) -> None:
    builders.sign_in(client, hana)
    for _ in range(2):
        assert client.post("/accounts/sign-out").location == "/accounts/sign-in"


def test_signing_out_keeps_the_language_and_the_theme(client: FlaskClient, hana: Person) -> None:
    sign_in(client, hana.email)
    client.post(SETTINGS, data=WANTED)
    client.post("/accounts/sign-out")
    page = client.get("/accounts/sign-in").text
    assert '<html lang="en" data-theme="dark">' in page


def test_a_closed_account_is_out_at_once(client: FlaskClient, hana: Person) -> None:
    builders.sign_in(client, hana)
    change_account(client.application, hana, is_active=False)
    assert not is_signed_in(client)


def test_who_has_left_is_out_at_once(client: FlaskClient, hana: Person) -> None:
    builders.sign_in(client, hana)
    with client.application.app_context():
        people.save(replace(hana, left_on=date(2026, 1, 1)), clock.now())
        database.commit()
    assert not is_signed_in(client)


def test_a_made_up_session_is_nobody(client: FlaskClient, hana: Person) -> None:
    for cookie in ("x", "eyJfdXNlcl9pZCI6IjEifQ.aa.bb", ""):
        client.set_cookie("session", cookie)
        assert not is_signed_in(client)
    client.set_cookie("remember_token", f"{hana.id.hex}|0")
    assert not is_signed_in(client)


def test_pages_of_somebody_signed_in_are_kept_nowhere(client: FlaskClient, hana: Person) -> None:
    assert builders.sign_in(client, hana).get(SETTINGS).headers["Cache-Control"] == "no-store"


def test_a_static_file_asks_for_nobody(client: FlaskClient, hana: Person) -> None:
    answer = builders.sign_in(client, hana).get("/static/css/base.css")
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_ratings_opened_with_a_reason_close_again(
    app: Flask, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.test_request_context():
        sessions.open_ratings(hana.id)
        assert sessions.opened_ratings() == {hana.id}
        later(monkeypatch, timedelta(minutes=15))
        assert sessions.opened_ratings() == frozenset()
