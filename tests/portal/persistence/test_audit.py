"""The audit log: every act in its order, added and never changed."""

from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import inspect, text

from portal.persistence import audit, database
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests import audit_log
from tests.builders import MORNING
from tests.portal.persistence.saved import a_person

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    return a_person("Hana")


def note(action: str, about: Person | None = None) -> None:
    audit.record(action, actor_id=None, at=MORNING, subject_id=about.id if about else None)
    database.commit()


def actions(**bounds: int) -> list[str]:
    return [event.action for event in audit_log.latest(**{"limit": 100, **bounds})]


def test_everything_about_an_act_is_read_back(hana: Person) -> None:
    ken, thing = a_person("Ken"), new_id()
    audit.record(
        "ratings_saved",
        actor_id=ken.id,
        at=MORNING,
        subject_id=hana.id,
        object_id=thing,
        skills=["con_pm"],
        count=1,
    )
    database.commit()
    (event,) = audit_log.latest(limit=10)
    assert (event.action, event.at) == ("ratings_saved", MORNING)
    assert (event.actor_id, event.subject_id, event.object_id) == (ken.id, hana.id, thing)
    assert event.details == {"skills": ["con_pm"], "count": 1}


def test_acts_come_newest_first_whatever_the_clock_says() -> None:
    for number in range(5):
        note(f"act_{number}")
    assert actions() == ["act_4", "act_3", "act_2", "act_1", "act_0"]


def test_the_log_is_read_on_below_what_was_read() -> None:
    for number in range(5):
        note(f"act_{number}")
    page = audit_log.latest(limit=2)
    assert [event.action for event in page] == ["act_4", "act_3"]
    assert actions(before=page[-1].sequence, limit=2) == ["act_2", "act_1"]


def test_an_act_that_is_undone_leaves_no_trace(hana: Person) -> None:
    audit.record("undone", actor_id=hana.id, at=MORNING)
    database.rollback()
    assert actions() == []


def test_an_act_of_somebody_who_is_not_there_is_refused() -> None:
    with pytest.raises(DatabaseError):
        audit.record("ghostly", actor_id=new_id(), at=MORNING)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_events SET action = 'nothing'",
        "DELETE FROM audit_events",
        "UPDATE audit_events SET details = '{}' WHERE action = 'kept'",
    ],
)
def test_what_was_logged_is_not_changed_even_by_hand(change: str) -> None:
    note("kept")
    with pytest.raises(DatabaseError):
        database.session().execute(text(change))
    database.rollback()
    assert actions() == ["kept"]


REPLACE = {
    "sqlite": "INSERT OR REPLACE INTO audit_events SELECT sequence, at, actor_id, 'nothing', "
    "subject_id, object_id, details FROM audit_events",
    "postgresql": "TRUNCATE audit_events",
}


def test_what_was_logged_is_not_replaced_either(store: Flask) -> None:
    note("kept")
    engine = database.db.engine.dialect.name
    with pytest.raises(DatabaseError):
        database.session().execute(text(REPLACE[engine]))
    database.rollback()
    assert actions() == ["kept"]


def test_a_person_in_the_log_is_not_deleted(hana: Person) -> None:
    note("kept", hana)
    with pytest.raises(DatabaseError):
        delete(hana.id)


def delete(person_id: UUID) -> None:
    database.session().execute(text("DELETE FROM people WHERE id = :id"), {"id": person_id.hex})


def test_one_kind_of_act_is_found_by_its_index(hana: Person) -> None:
    note("rare", hana)
    for number in range(5):
        note(f"act_{number}", hana)
    found = audit.page(limit=9, reader_id=audit_log.NOBODY, action="rare")
    assert [event.action for event in found] == ["rare"]
    indexes = inspect(database.session().connection()).get_indexes("audit_events")
    assert ["action", "sequence"] in [each["column_names"] for each in indexes]
