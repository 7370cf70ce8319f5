"""Reporting lines hold from their first day to the day before their last."""

from datetime import date, timedelta

import pytest

from portal.persistence import database, lines
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests.portal.persistence.saved import a_person

TODAY = date(2026, 11, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LONG_AGO = date(2020, 4, 1)

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    return a_person("Hana")


@pytest.fixture
def ken() -> Person:
    return a_person("Ken")


@pytest.fixture
def aya() -> Person:
    return a_person("Aya")


def above(person: Person, day: date = TODAY) -> tuple[object, ...]:
    """The managers of this day, as the database has them."""
    database.commit()
    return lines.managers_of([person.id], day)[person.id]


def test_a_line_holds_from_its_first_day_on(hana: Person, ken: Person) -> None:
    lines.change(hana.id, ken.id, TODAY)
    assert [above(hana, day) for day in (YESTERDAY, TODAY, TOMORROW)] == [(), (ken.id,), (ken.id,)]


def test_a_change_in_the_future_does_nothing_today(hana: Person, ken: Person, aya: Person) -> None:
    lines.change(hana.id, ken.id, LONG_AGO)
    lines.change(hana.id, aya.id, TOMORROW)
    assert above(hana) == (ken.id,)
    assert above(hana, TOMORROW) == (aya.id,)
    assert (lines.reports_of(ken.id, TODAY), lines.reports_of(ken.id, TOMORROW)) == ([hana.id], [])


def test_a_manager_of_yesterday_is_none_today(hana: Person, ken: Person, aya: Person) -> None:
    lines.change(hana.id, ken.id, LONG_AGO)
    lines.change(hana.id, aya.id, TODAY)
    assert above(hana, YESTERDAY) == (ken.id,)
    assert above(hana) == (aya.id,)
    assert lines.reports_of(ken.id, TODAY) == []


def test_a_second_change_on_the_same_day_replaces_the_first(
    hana: Person, ken: Person, aya: Person
) -> None:
    lines.change(hana.id, ken.id, TODAY)
    lines.change(hana.id, aya.id, TODAY)
    assert above(hana) == (aya.id,)


def test_a_change_replaces_what_was_planned_for_later(
    hana: Person, ken: Person, aya: Person
) -> None:
    lines.change(hana.id, ken.id, TOMORROW)
    lines.change(hana.id, aya.id, TODAY)
    assert above(hana, TOMORROW) == (aya.id,)


def test_somebody_can_end_up_with_no_manager(hana: Person, ken: Person) -> None:
    lines.change(hana.id, ken.id, LONG_AGO)
    lines.change(hana.id, None, TODAY)
    assert above(hana, YESTERDAY) == (ken.id,)
    assert above(hana) == ()


def test_nobody_reports_to_herself(hana: Person) -> None:
    with pytest.raises(DatabaseError):
        lines.change(hana.id, hana.id, TODAY)


def test_nobody_reports_to_somebody_who_is_not_there(hana: Person) -> None:
    with pytest.raises(DatabaseError):
        lines.change(hana.id, new_id(), TODAY)
