"""Who reports to whom and who may what: rules hold whoever changes people."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.persistence import database, lines, roles
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests import audit_log, builders
from tests.demo_facts import TODAY
from tests.portal.admin_pages import add, change
from tests.portal.reading import words_of

pytest_plugins = ["tests.noon"]
pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    """The administrator, signed in."""
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


def test_a_new_manager_begins_on_the_day_that_was_given(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken, mei = builders.a_manager(app), builders.a_manager(app, "Mei Ono")
    hana = builders.a_person(app, manager=ken)
    later = TODAY + timedelta(days=30)
    change(client, hana, manager=mei.email, from_day=later.isoformat())
    with app.app_context():
        assert lines.managers_of([hana.id], TODAY)[hana.id] == (ken.id,)
        assert lines.managers_of([hana.id], later)[hana.id] == (mei.id,)
    assert "Mei Ono" in client.get(f"/admin/people/{hana.id}").text
    change(client, hana, name="Hanako")
    with app.app_context():
        assert lines.managers_of([hana.id], later)[hana.id] == (mei.id,)


def test_a_line_may_end_without_a_new_manager(app: Flask, client: FlaskClient, aya: Person) -> None:
    hana = builders.a_person(app, manager=builders.a_manager(app))
    change(client, hana, manager="")
    with app.app_context():
        assert lines.managers_of([hana.id], TODAY)[hana.id] == ()


def test_people_cannot_manage_one_another(app: Flask, client: FlaskClient, aya: Person) -> None:
    ken = builders.a_manager(app)
    hana = builders.a_person(app, manager=ken, held=frozenset({Role.CSM, Role.MANAGER}))
    answer = change(client, ken, manager=hana.email)
    assert answer.status_code == 422
    assert "would manage one another" in answer.text


def test_whoever_becomes_a_manager_gets_the_role(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken, hana = builders.a_person(app, "Ken Mori"), builders.a_person(app)
    change(client, hana, manager=ken.email)
    with app.app_context():
        assert Role.MANAGER in roles.roles_of(ken.id, TODAY)


def test_somebody_with_reports_keeps_the_role_of_manager(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken = builders.a_manager(app)
    builders.a_person(app, manager=ken)
    answer = change(client, ken, roles=["csm"])
    assert answer.status_code == 422
    assert "keeps the role of manager" in answer.text


def test_nobody_raises_their_own_role(app: Flask, client: FlaskClient, aya: Person) -> None:
    hana = builders.a_person(app)
    assert change(client, aya, roles=["admin", "manager"]).status_code == 422
    assert change(client, hana, manager=aya.email).status_code == 422
    with app.app_context():
        assert roles.roles_of(aya.id, TODAY) == {Role.ADMIN}


def test_the_last_administrator_stays(app: Flask, client: FlaskClient, aya: Person) -> None:
    assert change(client, aya, roles=["csm"]).status_code == 422
    assert change(client, aya, left_on=TODAY.isoformat()).status_code == 422
    ben = builders.an_admin(app, "Ben Ito")
    assert change(client, ben, left_on=TODAY.isoformat()).status_code == 302
    assert change(client, aya, left_on=TODAY.isoformat()).status_code == 422


def test_somebody_who_left_cannot_sign_in_until_reactivated(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    change(client, hana, left_on=TODAY.isoformat())
    assert "Left" in client.get("/admin/people").text
    assert builders.sign_in(app.test_client(), hana).get("/").status_code == 302
    change(client, hana, left_on="")
    assert builders.sign_in(app.test_client(), hana).get("/").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["people", "people/new", "import/people", "import/ratings", "audit", "templates/people.csv"],
)
def test_the_area_is_closed_to_everybody_else(app: Flask, client: FlaskClient, path: str) -> None:
    assert client.get(f"/admin/{path}").status_code == 302
    builders.sign_in(client, builders.a_manager(app))
    assert client.get(f"/admin/{path}").status_code == 404


def test_opening_ratings_takes_a_reason_that_is_kept(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    url = f"/admin/people/{hana.id}/open-ratings"
    assert client.get(f"/results/people/{hana.id}").status_code == 404
    assert client.post(url, data={"reason": "because"}).status_code == 422
    with app.app_context():
        assert audit_log.about(hana.id, limit=1) == []
    answer = client.post(url, data={"reason": "本人から異議の申し立てがあったため"})
    assert answer.location == f"/results/people/{hana.id}"
    assert client.get(answer.location).status_code == 200
    with app.app_context():
        (event,) = audit_log.about(hana.id, limit=1)
        assert (event.action, event.actor_id) == ("ratings_opened", aya.id)
        assert event.details == {"reason": "本人から異議の申し立てがあったため"}
        database.rollback()


def test_nobody_opens_their_own_ratings(client: FlaskClient, aya: Person) -> None:
    url = f"/admin/people/{aya.id}/open-ratings"
    assert client.post(url, data={"reason": "x" * 20}).status_code == 404


def test_whoever_saves_is_told_who_became_a_manager(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken, hana = builders.a_person(app, "Ken Mori"), builders.a_person(app)
    add(client, manager=ken.email)
    told = "Ken Mori now has the role of manager."
    assert told in words_of(client.get("/admin/people").text)
    change(client, hana, manager=ken.email)
    assert told not in words_of(client.get("/admin/people").text)
    change(client, ken, manager=builders.a_person(app, "Mei Ono").email)
    assert told.replace("Ken Mori", "Mei Ono") in words_of(client.get("/admin/people").text)
