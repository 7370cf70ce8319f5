"""Language, appearance, time zone, and the one-click people of the demo."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.demo.cast import ADMIN, CSM, MANAGER
from portal.persistence import database, people
from portal.persistence.people import Person
from tests import builders
from tests.accounts_browser import change_account, events, is_signed_in

ONE_CLICK = {CSM: "Hana Sato", MANAGER: "Ken Mori", ADMIN: "Aya Abe"}
WANTED = {"language": "ja", "theme": "dark", "time_zone": "America/St_Johns"}


@pytest.fixture
def hana(app: Flask) -> Person:
    return builders.a_person(app)


@pytest.fixture
def own(client: FlaskClient, hana: Person) -> FlaskClient:
    return builders.sign_in(client, hana)


@pytest.fixture
def demo(client: FlaskClient) -> dict[str, Person]:
    """The people whom the sign-in page of a demo shows, by address."""
    app = client.application
    app.config["DEMO"] = True
    return {email: _moved(app, name, email) for email, name in ONE_CLICK.items()}


def _moved(app: Flask, name: str, email: str) -> Person:
    person = replace(builders.a_person(app, name), email=email)
    with app.app_context():
        people.save(person, builders.MORNING)
        database.commit()
    return person


def now(app: Flask, person: Person) -> Person:
    with app.app_context():
        found = people.find(person.id)
    assert found
    return found


def test_a_visitor_chooses_a_language_and_stays_on_the_page(client: FlaskClient) -> None:
    here = "/accounts/forgot-password"
    for language in ("en", "ja"):
        answer = client.post("/accounts/language", data={"language": language, "next": here})
        assert answer.location == here
        assert f'<html lang="{language}"' in client.get(here).text


def test_the_language_of_somebody_signed_in_is_kept_for_every_browser(
    own: FlaskClient, hana: Person
) -> None:
    own.post("/accounts/language", data={"language": "ja"})
    other = builders.sign_in(own.application.test_client(), hana)
    assert '<html lang="ja"' in other.get("/accounts/settings").text


def test_a_theme_is_kept_for_this_browser(client: FlaskClient) -> None:
    client.post("/accounts/theme", data={"theme": "dark"})
    assert 'data-theme="dark"' in client.get("/accounts/sign-in").text
    client.post("/accounts/theme", data={"theme": "system"})
    assert "data-theme" not in client.get("/accounts/sign-in").text


@pytest.mark.parametrize("typed", [{}, {"{}": "neon"}, {"{}": ""}])
def test_an_unknown_choice_is_refused(client: FlaskClient, typed: dict[str, str]) -> None:
    for choice in ("language", "theme"):
        sent = {name.format(choice): value for name, value in typed.items()}
        assert client.post(f"/accounts/{choice}", data=sent).status_code == 400


def test_settings_are_saved_together(own: FlaskClient, hana: Person) -> None:
    assert own.post("/accounts/settings", data=WANTED).location == "/accounts/settings"
    kept = now(own.application, hana)
    assert (kept.language, kept.time_zone) == ("ja", "America/St_Johns")
    page = own.get("/accounts/settings").text
    assert '<html lang="ja" data-theme="dark">' in page
    assert "セントジョンズ (UTC-" in page


def test_no_time_zone_of_ones_own_means_that_of_the_organisation(
    own: FlaskClient, hana: Person
) -> None:
    own.post("/accounts/settings", data=WANTED)
    own.post("/accounts/settings", data=WANTED | {"time_zone": ""})
    assert now(own.application, hana).time_zone is None


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars/Olympus"}, {"theme": "neon"}, {"language": ""}]
)
def test_a_setting_that_is_not_offered_changes_nothing(
    own: FlaskClient, hana: Person, wrong: dict[str, str]
) -> None:
    page = own.post("/accounts/settings", data=WANTED | wrong)
    assert page.status_code == 422
    assert f'id="{next(iter(wrong))}-error"' in page.text
    assert now(own.application, hana) == hana


def test_a_time_zone_that_is_on_no_list_stays_when_it_is_ones_own(
    own: FlaskClient, hana: Person
) -> None:
    with own.application.app_context():
        people.save(replace(hana, time_zone="Antarctica/Troll"), builders.MORNING)
        database.commit()
    assert 'value="Antarctica/Troll"' in own.get("/accounts/settings").text
    typed = WANTED | {"time_zone": "Antarctica/Troll"}
    assert own.post("/accounts/settings", data=typed).status_code == 302


def test_nobody_signed_out_sees_settings(client: FlaskClient) -> None:
    door = client.get("/accounts/settings")
    assert door.location == "/accounts/sign-in?next=/accounts/settings"
    assert client.post("/accounts/settings", data=WANTED).status_code == 401


def test_a_demo_shows_its_people_and_one_click_becomes_one_of_them(
    client: FlaskClient, demo: dict[str, Person]
) -> None:
    page = client.get("/accounts/sign-in").text
    assert all(name in page for name in ONE_CLICK.values())
    answer = client.post(
        "/accounts/demo-sign-in?next=/maps/", data={"person_id": str(demo[MANAGER].id)}
    )
    assert answer.location == "/maps/"
    assert "Ken Mori" in client.get("/accounts/settings").text
    latest = events(client.application)[0]
    assert (latest.action, latest.actor_id) == ("signed_in", demo[MANAGER].id)


def test_a_demo_opens_for_its_own_people_alone(
    client: FlaskClient, demo: dict[str, Person], hana: Person
) -> None:
    change_account(client.application, demo[ADMIN], is_active=False)
    for person_id in (str(hana.id), str(demo[ADMIN].id), "", "x", "\x00"):
        answer = client.post("/accounts/demo-sign-in", data={"person_id": person_id})
        assert answer.status_code == 404
    assert not is_signed_in(client)


def test_outside_a_demo_nobody_enters_with_one_click(
    client: FlaskClient, demo: dict[str, Person]
) -> None:
    client.application.config["DEMO"] = False
    assert "Ken Mori" not in client.get("/accounts/sign-in").text
    for person in demo.values():
        answer = client.post("/accounts/demo-sign-in", data={"person_id": str(person.id)})
        assert answer.status_code == 404
    assert not is_signed_in(client)


def test_a_field_that_is_no_setting_changes_none(own: FlaskClient, hana: Person) -> None:
    answer = own.post("/accounts/settings", data=WANTED | {"email": "other@example.com"})
    assert answer.status_code == 422
    assert "other@example.com" in answer.text
    assert now(own.application, hana) == hana
