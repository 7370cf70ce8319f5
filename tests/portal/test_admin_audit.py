"""The audit log reads as sentences, newest first."""

import ast
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.admin.audit_sentences import SENTENCES
from portal.persistence import audit, database
from portal.persistence.people import Person
from tests import builders
from tests.builders import MORNING
from tests.house.sources import files

SETTERS = ("record", "_record", "_keep")


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


def note(app: Flask, action: str, **values: object) -> None:
    with app.app_context():
        audit.record(action, at=MORNING, **({"actor_id": None} | values))  # type: ignore[arg-type]  # any details
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
    assert "People imported" not in page
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
