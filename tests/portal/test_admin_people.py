"""Administrators find, add and change people; rules hold whoever does it."""

import re
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal import clock
from portal.persistence import accounts, audit, database, lines, people, roles
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests import builders
from tests.portal.queries import counted

TODAY = clock.today("Asia/Tokyo")


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    """The administrator, signed in."""
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


def fields(client: FlaskClient, url: str) -> dict[str, str | list[str]]:
    """What the form of a page would send as it is."""
    html = client.get(url).text
    form = html[html.index('name="stamp"') - 200 :] if 'name="stamp"' in html else html
    sent: dict[str, str | list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        is_box = 'type="checkbox"' in tag
        if name and not is_box:
            sent[name[1]] = value[1] if value else ""
        elif name and "checked" in tag and value:
            sent[name[1]] = [*sent.get(name[1], []), value[1]]
    for name, body in re.findall(
        r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.search(r'<option selected value="([^"]*)"', body)
        sent[name] = chosen[1] if chosen else ""
    return sent


def change(client: FlaskClient, person: Person, **values: str | list[str]) -> TestResponse:
    url = f"/admin/people/{person.id}"
    return client.post(url, data=fields(client, url) | values)


def test_the_list_shows_everybody_with_team_type_roles_and_manager(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    boss = builders.a_manager(app)
    builders.a_person(app, "Hana Sato", manager=boss)
    page = client.get("/admin/people").text
    for word in (
        "Hana Sato",
        "hana.sato@example.com",
        "Onboarding specialist",
        "Ken Mori",
        "Active",
    ):
        assert word in page


def test_a_search_finds_by_name_address_and_team(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    builders.a_person(app, "Hana Sato")
    assert "Hana Sato" in client.get("/admin/people?words=sato").text
    assert "Hana Sato" not in client.get("/admin/people?words=nobody").text


@pytest.mark.parametrize(
    "query",
    [
        "words=%00",
        "words=%25",
        "words=" + "x" * 9000,
        "page=-1",
        "page=99999999999999999999",
        "page=x",
    ],
)
def test_odd_searches_are_answered(client: FlaskClient, aya: Person, query: str) -> None:
    assert client.get(f"/admin/people?{query}").status_code == 200


def test_the_list_costs_the_same_queries_however_long_it_is(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    def cost() -> int:
        with app.app_context(), counted() as statements:
            client.get("/admin/people")
        return len(statements)

    builders.a_person(app, "P0", manager=builders.a_manager(app))
    few = cost()
    for number in range(1, 30):
        builders.a_person(app, f"P{number}", manager=builders.a_manager(app, f"M{number}"))
    assert cost() == few


def test_long_lists_come_in_pages(app: Flask, client: FlaskClient, aya: Person) -> None:
    for number in range(60):
        builders.a_person(app, f"P{number:02}")
    first, second = client.get("/admin/people").text, client.get("/admin/people?page=2").text
    assert "P00" in first
    assert "P59" not in first
    assert "P59" in second


def test_a_new_person_gets_an_account_roles_and_a_manager(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    boss = builders.a_manager(app)
    form = {
        "name": "花子", "email": "HANA@Example.com ", "team": "東日本", "type_id": "onboarding",
        "band": "standard", "roles": ["csm"], "manager": boss.email, "language": "",
        "from_day": TODAY.isoformat(), "starts_on": "2025/4/1",
    }
    assert client.post("/admin/people/new", data=form).status_code == 302
    with app.app_context():
        hana = people.find_by_email("hana@example.com")
        assert hana
        assert (hana.name, hana.team and hana.team.name) == ("花子", "東日本")
        assert hana.starts_on == date(2025, 4, 1)
        assert accounts.find(hana.id)
        assert roles.roles_of(hana.id, TODAY) == {Role.CSM}
        assert lines.managers_of([hana.id], TODAY)[hana.id] == (boss.id,)
        assert audit.latest(limit=1)[0].action == "person_added"


def test_a_form_left_empty_says_what_is_missing_and_keeps_the_rest(
    client: FlaskClient, aya: Person
) -> None:
    answer = client.post("/admin/people/new", data={"team": "東日本", "from_day": "2025-02-30"})
    assert answer.status_code == 422
    assert "Fill this in." in answer.text
    assert "東日本" in answer.text
    assert "Give a date" in answer.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "no-address"),
        ("email", "x" * 250 + "@example.com"),
        ("name", "x" * 101),
        ("name", "a\nb"),
        ("name", "a\x00b"),
        ("type_id", "king"),
        ("band", "king"),
        ("roles", ["king"]),
        ("overlays", ["king"]),
        ("language", "fr"),
        ("manager", "nobody@example.com"),
        ("from_day", "2020-01-01"),
        ("from_day", "9999-12-31"),
        ("starts_on", "0000-00-00"),
        ("left_on", "2019-01-01"),
    ],
)
def test_what_cannot_be_is_refused_with_a_message(
    app: Flask, client: FlaskClient, aya: Person, field: str, value: str | list[str]
) -> None:
    hana = builders.a_person(app)
    answer = change(client, hana, **{field: value})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    with app.app_context():
        assert people.find(hana.id) == hana


def test_an_unchanged_form_changes_nothing(app: Flask, client: FlaskClient, aya: Person) -> None:
    hana = builders.a_person(app, manager=builders.a_manager(app))
    assert change(client, hana).status_code == 302
    with app.app_context():
        assert people.find(hana.id) == hana
        assert audit.about(hana.id, limit=5) == []


def test_every_field_can_be_changed_and_is_named_in_the_log(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    change(
        client,
        hana,
        name="Hanako",
        type_id="growth",
        band="senior",
        overlays=["ov_partner"],
        language="ja",
        team="West",
        email="hanako@example.com",
    )
    with app.app_context():
        found = people.find(hana.id)
        assert found
        assert (found.name, found.type_id, found.overlays, found.language) == (
            "Hanako",
            "growth",
            ("ov_partner",),
            "ja",
        )
        (event,) = audit.about(hana.id, limit=5)
        assert set(event.details["fields"]) == {
            "name",
            "type_id",
            "band",
            "overlays",
            "language",
            "team",
            "email",
        }


def test_an_address_of_somebody_else_is_refused(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    answer = change(client, hana, email=aya.email)
    assert answer.status_code == 422
    assert "Somebody else has this e-mail address" in answer.text


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


def test_two_administrators_do_not_write_over_each_other(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    url = f"/admin/people/{hana.id}"
    early = fields(client, url)
    change(client, hana, name="Theirs")
    answer = client.post(url, data=early | {"name": "Mine"})
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert 'value="Mine"' in answer.text
    stamp = re.search(r'name="stamp"[^>]*value="([^"]*)"', answer.text)
    assert stamp
    assert client.post(url, data=early | {"name": "Mine", "stamp": stamp[1]}).status_code == 302
    with app.app_context():
        found = people.find(hana.id)
        assert found
        assert found.name == "Mine"


def test_a_person_who_is_not_there_is_not_found(client: FlaskClient, aya: Person) -> None:
    assert client.get("/admin/people/00000000-0000-0000-0000-000000000000").status_code == 404


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
        assert audit.about(hana.id, limit=1) == []
    answer = client.post(url, data={"reason": "本人から異議の申し立てがあったため"})
    assert answer.location == f"/results/people/{hana.id}"
    assert client.get(answer.location).status_code == 200
    with app.app_context():
        (event,) = audit.about(hana.id, limit=1)
        assert (event.action, event.actor_id) == ("ratings_opened", aya.id)
        assert event.details == {"reason": "本人から異議の申し立てがあったため"}
        database.rollback()


def test_nobody_opens_their_own_ratings(client: FlaskClient, aya: Person) -> None:
    url = f"/admin/people/{aya.id}/open-ratings"
    assert client.post(url, data={"reason": "x" * 20}).status_code == 404
