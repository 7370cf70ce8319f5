"""An administrator who is rated herself learns nothing more of it, and changes nothing in it."""

from flask import Flask
from flask.testing import FlaskClient

from portal import clock
from portal.persistence import audit, database, people
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests import audit_log, builders

BOTH = frozenset({Role.CSM, Role.ADMIN})


def _rated_admin(app: Flask) -> tuple[Person, Person]:
    boss = builders.a_manager(app)
    return builders.a_person(app, "Rated Admin", held=BOTH, manager=boss), boss


def test_the_audit_log_does_not_tell_her_when_her_manager_rates_her(
    app: Flask, client: FlaskClient
) -> None:
    admin, boss = _rated_admin(app)
    with app.app_context():
        audit.record(
            "ratings_saved",
            actor_id=boss.id,
            subject_id=admin.id,
            at=clock.now(),
            skills=["con_pm"],
        )
        audit.record("ratings_saved", actor_id=boss.id, subject_id=boss.id, at=clock.now())
        audit.record("demo_loaded", actor_id=None, at=clock.now())
        database.commit()
        seen = audit.page(limit=10, reader_id=admin.id)
    assert [(each.action, each.subject_id) for each in seen] == [
        ("demo_loaded", None),
        ("ratings_saved", boss.id),
    ]
    builders.sign_in(client, admin)
    assert "Rated Admin" not in client.get("/admin/audit").text.partition("<main")[2]


def test_a_language_chosen_late_does_not_undo_what_an_administrator_did(
    app: Flask, client: FlaskClient
) -> None:
    hana = builders.a_person(app)
    builders.sign_in(client, hana)
    client.post("/accounts/language", data={"language": "ja"})
    with app.app_context():
        found = people.find(hana.id)
        assert found
        assert found.language == "ja"
        events = [each.action for each in audit_log.about(hana.id, limit=5)]
    assert events == ["settings_changed"]
