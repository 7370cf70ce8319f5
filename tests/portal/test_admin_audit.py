"""The audit log reads as sentences, newest first."""

import ast
import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.admin.actions.import_people import import_people
from portal.admin.audit_sentences import SENTENCES
from portal.persistence import audit, database
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from portal.web.spreadsheets import read_sheet
from tests import audit_log, builders
from tests.builders import MORNING
from tests.house.sources import files
from tests.portal.admin_pages import change
from tests.portal.queries import counted
from tests.portal.reading import words_of
from tests.portal.sheets import PEOPLE_HEADS, csv_of

SETTERS = ("record", "_record", "_keep")


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


def note(app: Flask, action: str, **values: object) -> None:
    with app.app_context():
        audit.record(action, **({"actor_id": None, "at": MORNING} | values))  # type: ignore[arg-type]  # any details
        database.commit()


def recorded(path: Path) -> set[str]:
    """Every action that a module names where it records something."""
    return {
        argument.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in SETTERS
        for argument in node.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and "_" in argument.value
    }


def test_every_act_that_is_recorded_has_a_sentence() -> None:
    actions = set().union(*map(recorded, files(("portal",), "*.py")))
    assert {"round_finalised", "people_imported", "sign_in_failed"} <= actions
    assert actions <= SENTENCES.keys()


def test_an_entry_names_actor_subject_and_details(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    note(app, "person_changed", actor_id=aya.id, subject_id=hana.id, fields=["team", "roles"])
    page = client.get("/admin/audit").text
    assert "Aya Abe" in page
    assert "Hana Sato changed: Team, Roles" in page


@pytest.mark.parametrize(
    ("type_id", "name"), [("onboarding", "Onboarding specialist"), ("retired", "retired")]
)
def test_a_type_goes_by_its_name_while_there_is_one(
    app: Flask, client: FlaskClient, aya: Person, type_id: str, name: str
) -> None:
    note(app, "map_published", actor_id=None, type=type_id, version=1)
    assert f"Skill map published: {name}, version 1" in client.get("/admin/audit").text


def test_acts_of_the_command_line_and_of_visitors_are_told_apart(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    note(app, "people_imported", added=3, changed=0, unchanged=1)
    assert "Command line" in client.get("/admin/audit").text
    note(app, "sign_in_failed", subject_id=aya.id)
    assert "Visitor" in client.get("/admin/audit").text


def test_the_log_can_be_narrowed_to_one_person(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    note(app, "signed_in", actor_id=hana.id)
    note(app, "people_imported", added=3, changed=0, unchanged=1)
    page = client.get(f"/admin/audit?email={hana.email}").text
    assert "Signed in" in page
    assert "3 new" not in page
    assert "Nobody has the address" in client.get("/admin/audit?email=x@example.com").text


def test_older_entries_follow(app: Flask, client: FlaskClient, aya: Person) -> None:
    for number in range(60):
        note(app, "people_imported", added=number, changed=0, unchanged=0)
    first = client.get("/admin/audit").text
    assert "imported: 59 new" in first
    assert "imported: 9 new" not in first
    assert "imported: 9 new" in client.get("/admin/audit?before=11").text


@pytest.mark.parametrize(
    "query", ["before=x", "before=-1", "before=99999999999999999999999", "person=x", "email=%00"]
)
def test_odd_addresses_are_answered(client: FlaskClient, aya: Person, query: str) -> None:
    assert client.get(f"/admin/audit?{query}").status_code == 200


def test_an_unknown_act_is_shown_by_its_name(app: Flask, client: FlaskClient, aya: Person) -> None:
    note(app, "something_new", subject_id=aya.id)
    assert "something_new" in client.get("/admin/audit").text


def test_the_log_can_be_narrowed_to_one_kind_of_act(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    note(app, "person_added", subject_id=hana.id)
    note(app, "people_imported", added=3, changed=0, unchanged=1)
    page = client.get("/admin/audit?action=person_added").text
    assert "Hana Sato added" in page
    assert "3 new" not in page
    assert '<option value="person_added" selected>… added</option>' in page
    assert "3 new" in client.get("/admin/audit?action=something_else").text
    for number in range(60):
        note(app, "people_imported", added=number, changed=0, unchanged=0)
    older = client.get("/admin/audit?action=people_imported").text
    assert re.search(r'href="/admin/audit\?before=\d+&amp;action=people_imported"', older)
    assert "Nothing of this kind" in client.get("/admin/audit?action=demo_loaded").text


def saved(app: Flask, by: Person, about: Person, assessment_id: UUID, minute: int = 0) -> None:
    at = MORNING + timedelta(minutes=minute)
    whom = {"actor_id": by.id, "subject_id": about.id, "object_id": assessment_id}
    note(app, "ratings_saved", at=at, **whom)


def entries(page: str) -> list[str]:
    """The rows of the log, in words."""
    return [words_of(row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)[1:]]


def test_saves_of_one_assessment_in_a_row_are_one_entry_with_their_count_and_span(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken, hana, mei = builders.a_manager(app), builders.a_person(app), builders.a_person(app, "Mei")
    first, second = new_id(), new_id()
    for minute in range(70):
        saved(app, ken, hana, first, minute)
    saved(app, ken, mei, second, 71)
    saved(app, ken, hana, first, 72)
    newest, before, run = entries(client.get("/admin/audit").text)
    assert newest.endswith("Ken Mori Ratings of Hana Sato saved")
    assert before.endswith("Ken Mori Ratings of Mei saved")
    span = "1 Oct 2026, 18:00 to 1 Oct 2026, 19:09"
    assert run == f"{span} Ken Mori Ratings of Hana Sato saved (70 times)"
    with app.app_context():
        assert len(audit_log.latest(limit=100)) == 72


def test_a_long_log_is_told_whole_over_its_pages_in_the_same_few_queries(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken, hana = builders.a_manager(app), builders.a_person(app)
    for number in range(60):
        note(app, "people_imported", added=number, changed=0, unchanged=0)
        for minute in range(12):
            saved(app, ken, hana, aya.id, minute)
    counts, costs, address = [], [], "/admin/audit"
    while address:
        with app.app_context(), counted() as statements:
            page = client.get(address).text
        costs.append(len(statements))
        counts += re.findall(r"saved \((\d+) times\)", page)
        onward = re.search(r'href="(/admin/audit\?before=\d+)"', page)
        address = onward[1] if onward else ""
    assert sum(map(int, counts)) == 60 * 12
    assert len(costs) > 2
    assert len(set(costs)) == 1


def test_a_change_of_manager_or_roles_is_told_with_what_it_was_and_is(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    ken, mei = builders.a_manager(app), builders.a_person(app, "Mei Ono")
    hana = builders.a_person(app, manager=ken)
    change(client, hana, manager=mei.email, team="West")
    change(client, hana, manager="")
    page = words_of(client.get("/admin/audit").text)
    assert "Hana Sato changed: Team, Manager (Ken Mori → Mei Ono)" in page
    assert "Hana Sato changed: Manager (Mei Ono → Nobody)" in page
    assert "Mei Ono changed: Roles (CSM → CSM, Manager)" in page
    with app.app_context():
        kept = str([event.details for event in audit_log.latest(limit=5)])
    assert ken.id.hex in kept
    assert "@" not in kept
    assert "Mori" not in kept


def test_an_import_tells_the_same(app: Flask, client: FlaskClient, aya: Person) -> None:
    ken, hana = builders.a_manager(app), builders.a_person(app)
    sheet = read_sheet(csv_of(PEOPLE_HEADS[:4], (hana.name, hana.email, "", ken.email)))
    with app.app_context():
        import_people(sheet, by=aya.id, today=MORNING.date(), now=MORNING)
    page = words_of(client.get("/admin/audit").text)
    assert "Hana Sato changed: Manager (Nobody → Ken Mori)" in page
