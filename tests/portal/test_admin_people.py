"""Administrators find, add and change people."""

import re
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.persistence import accounts, lines, people, roles
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests import audit_log, builders
from tests.demo_facts import TODAY
from tests.portal.admin_pages import change, fields
from tests.portal.queries import counted
from tests.portal.reading import words_of

pytest_plugins = ["tests.noon"]
pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    """The administrator, signed in."""
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


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


def test_there_is_one_box_to_search_in(app: Flask, client: FlaskClient, aya: Person) -> None:
    builders.a_person(app)
    assert client.get("/admin/people").text.count('type="search"') == 1


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
    pages = ("/admin/people", "/admin/people?page=2")
    first, second = (words_of(client.get(page).text) for page in pages)
    assert "P00" in first
    assert "P59" not in first
    assert "P59" in second


def test_a_new_person_gets_an_account_roles_and_a_manager(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    boss = builders.a_manager(app)
    form = {
        "name": "花子",
        "email": "HANA@Example.com ",
        "team": "東日本",
        "type_id": "onboarding",
        "band": "standard",
        "roles": ["csm"],
        "manager": boss.email,
        "language": "",
        "from_day": TODAY.isoformat(),
        "starts_on": "2025/4/1",
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
        assert audit_log.latest(limit=1)[0].action == "person_added"


def test_a_form_left_empty_says_what_is_missing_and_keeps_the_rest(
    client: FlaskClient, aya: Person
) -> None:
    answer = client.post("/admin/people/new", data={"team": "東日本", "from_day": "2025-02-30"})
    assert answer.status_code == 422
    assert "Fill this in." in answer.text
    assert "東日本" in answer.text
    assert "Enter a date" in answer.text


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


def test_a_list_with_a_wrong_choice_says_so_and_names_its_error(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    ties = r'<select id="band"[^>]* aria-describedby="band-error" aria-invalid="true"'
    assert re.search(ties, change(client, hana, band="king").text)
    untouched = client.get(f"/admin/people/{hana.id}").text
    assert re.search(r'<select id="band" name="band" class="[^"]*">', untouched)


def test_an_unchanged_form_changes_nothing(app: Flask, client: FlaskClient, aya: Person) -> None:
    hana = builders.a_person(app, manager=builders.a_manager(app))
    assert change(client, hana).status_code == 302
    with app.app_context():
        assert people.find(hana.id) == hana
        assert audit_log.about(hana.id, limit=5) == []


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
        (event,) = audit_log.about(hana.id, limit=5)
        assert set(event.details["fields"]) == {
            "name",
            "type_id",
            "band",
            "overlays",
            "language",
            "team",
            "email",
        }


def test_a_field_that_the_form_does_not_have_changes_nothing(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    answer = change(client, hana, name="Hanako", person_id=str(aya.id))
    assert answer.status_code == 422
    assert "Hanako" in answer.text
    with app.app_context():
        assert people.find(hana.id) == hana


def test_a_conflict_tells_days_and_types_in_words(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    early = fields(client, f"/admin/people/{hana.id}")
    change(client, hana, type_id="growth", left_on="2027-04-01")
    page = client.post(f"/admin/people/{hana.id}", data=early | {"name": "Mine"}).text
    assert "<td>1 Apr 2027</td>" in page
    assert "<td>Onboarding specialist</td>" in page


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
