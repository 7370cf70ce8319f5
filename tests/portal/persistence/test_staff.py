"""The whole staff at once, with the roles of today and every line that is not over."""

from datetime import date, timedelta

import pytest
from flask import Flask

from portal.persistence import database, lines, roles, staff
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.persistence.staff import Line
from tests.builders import LONG_AGO
from tests.portal.persistence.saved import a_person
from tests.portal.queries import counted

TODAY = date(2026, 11, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
CSM, MANAGER = frozenset({Role.CSM}), frozenset({Role.MANAGER})

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    """Reports to Ken since long ago and to Aya from tomorrow on; a manager only since then."""
    hana, ken, aya = a_person("Hana"), a_person("Ken"), a_person("Aya", left_on=YESTERDAY)
    roles.change(hana.id, CSM, LONG_AGO)
    roles.change(hana.id, MANAGER, TOMORROW)
    lines.change(hana.id, aya.id, LONG_AGO)
    lines.change(hana.id, ken.id, YESTERDAY)
    lines.change(hana.id, aya.id, TOMORROW)
    database.commit()
    return hana


def test_everybody_is_there_by_address_those_who_left_too(hana: Person) -> None:
    everybody = staff.everybody(TODAY)
    assert [each.person.name for each in everybody] == ["Aya", "Hana", "Ken"]
    assert everybody[1].person == hana
    assert everybody[1] == staff.one(hana.id, TODAY)


def test_somebody_has_the_roles_of_the_day(hana: Person) -> None:
    found = [staff.one(hana.id, day) for day in (TODAY, TOMORROW)]
    assert [each.roles for each in found if each] == [CSM, MANAGER]


def test_lines_that_are_over_are_left_out(hana: Person) -> None:
    found = staff.one(hana.id, TODAY)
    assert found
    aya, _, ken = (each.person.id for each in staff.everybody(TODAY))
    assert found.lines == (Line(ken, YESTERDAY, TOMORROW), Line(aya, TOMORROW, None))
    assert [found.manager_on(day) for day in (TODAY, TOMORROW)] == [ken, aya]
    assert found.manager_on(LONG_AGO) is None


def test_reports_are_counted_as_of_the_day(hana: Person) -> None:
    aya, _, ken = (each.person.id for each in staff.everybody(TODAY))
    assert [staff.count_reports(ken, day) for day in (TODAY, TOMORROW)] == [1, 0]
    assert [staff.count_reports(aya, day) for day in (TODAY, TOMORROW)] == [0, 1]


def test_nobody_is_found_under_an_unknown_id() -> None:
    assert staff.one(new_id(), TODAY) is None


@pytest.mark.parametrize("size", [3, 30])
def test_everybody_is_three_questions(store: Flask, size: int) -> None:
    for number in range(size):
        a_person(f"Person {number}")
    with counted() as asked:
        assert len(staff.everybody(TODAY)) == size
    assert len([each for each in asked if each.startswith("SELECT")]) == 3
