"""Roles hold from their first day to the day before their last."""

from datetime import date, timedelta

import pytest
from flask import Flask

from portal.persistence import database, people, roles
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests.builders import MORNING
from tests.portal.persistence.saved import a_newcomer, a_person
from tests.portal.queries import counted

TODAY = date(2026, 11, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LONG_AGO = date(2020, 4, 1)
NONE: frozenset[Role] = frozenset()
CSM, ADMIN = frozenset({Role.CSM}), frozenset({Role.ADMIN})

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    return a_person("Hana")


def held(person: Person) -> list[frozenset[Role]]:
    """The roles of yesterday, today and tomorrow, as the database has them."""
    database.commit()
    return [roles.roles_of(person.id, day) for day in (YESTERDAY, TODAY, TOMORROW)]


def test_somebody_new_has_no_role(hana: Person) -> None:
    assert held(hana) == [NONE, NONE, NONE]


def test_a_role_holds_from_its_first_day_on(hana: Person) -> None:
    roles.change(hana.id, CSM, TODAY)
    assert held(hana) == [NONE, CSM, CSM]


def test_a_role_of_tomorrow_does_nothing_today(hana: Person) -> None:
    roles.change(hana.id, CSM, LONG_AGO)
    roles.change(hana.id, CSM | ADMIN, TOMORROW)
    assert held(hana) == [CSM, CSM, CSM | ADMIN]


def test_a_role_that_is_taken_away_is_gone_the_same_day(hana: Person) -> None:
    roles.change(hana.id, CSM | ADMIN, LONG_AGO)
    roles.change(hana.id, CSM, TODAY)
    assert held(hana) == [CSM | ADMIN, CSM, CSM]


def test_a_second_change_on_the_same_day_replaces_the_first(hana: Person) -> None:
    roles.change(hana.id, ADMIN, TODAY)
    roles.change(hana.id, CSM, TODAY)
    roles.change(hana.id, CSM, TODAY)
    assert held(hana) == [NONE, CSM, CSM]


def test_a_role_given_back_on_the_day_it_was_taken_never_ended(hana: Person) -> None:
    roles.change(hana.id, CSM, LONG_AGO)
    roles.change(hana.id, NONE, TODAY)
    roles.change(hana.id, CSM, TODAY)
    assert held(hana) == [CSM, CSM, CSM]


def test_a_change_today_replaces_what_was_planned_for_tomorrow(hana: Person) -> None:
    roles.change(hana.id, CSM, LONG_AGO)
    roles.change(hana.id, NONE, TOMORROW)
    roles.change(hana.id, CSM | ADMIN, TODAY)
    assert held(hana) == [CSM, CSM | ADMIN, CSM | ADMIN]


def test_a_role_of_somebody_who_is_not_there_is_refused() -> None:
    with pytest.raises(DatabaseError):
        roles.change(new_id(), CSM, TODAY)


def test_admins_are_counted_and_listed_as_of_the_day(hana: Person) -> None:
    ken = a_person("Ken")
    roles.change(hana.id, CSM | ADMIN, LONG_AGO)
    roles.change(ken.id, ADMIN, TOMORROW)
    assert [roles.count_admins(day) for day in (TODAY, TOMORROW)] == [1, 2]
    assert roles.holders(Role.ADMIN, TODAY, limit=9) == [hana.id]
    assert roles.holders(Role.ADMIN, TOMORROW, limit=1) == sorted([hana.id, ken.id])[:1]


@pytest.mark.parametrize("size", [3, 300])
def test_the_roles_of_many_are_one_question(store: Flask, size: int) -> None:
    staff = [a_newcomer(f"Person {n}") for n in range(size)]
    people.save_all(staff, MORNING)
    ids = [person.id for person in staff]
    roles.change_all(dict.fromkeys(ids[1:], CSM), LONG_AGO)
    with counted() as asked:
        found = roles.roles_by_person(ids, TODAY)
    assert found == {ids[0]: NONE} | dict.fromkeys(ids[1:], CSM)
    assert len(asked) == 1
