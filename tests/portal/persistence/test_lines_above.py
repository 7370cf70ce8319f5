"""How far up a line reaches, and what becomes of lines that lead back to where they began."""

from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from flask import Flask

from portal.persistence import lines, people
from portal.persistence.people import Person
from tests.builders import MORNING
from tests.portal.persistence.saved import a_newcomer, a_person
from tests.portal.queries import counted

TODAY, TOMORROW = date(2026, 11, 1), date(2026, 11, 2)
LONG_AGO = date(2020, 4, 1)

pytestmark = pytest.mark.usefixtures("store")


def a_chain(*names: str) -> list[Person]:
    """People each of whom reports to the next, since long ago."""
    staff = [a_person(name) for name in names]
    lines.change_all({low.id: high.id for low, high in pairwise(staff)}, LONG_AGO)
    return staff


def above(person: Person, day: date = TODAY) -> tuple[UUID, ...]:
    return lines.managers_of([person.id], day)[person.id]


def test_a_line_reaches_to_the_manager_of_the_manager_and_no_further() -> None:
    hana, ken, head, top = a_chain("Hana", "Ken", "Head", "Top")
    assert above(hana) == (ken.id, head.id)
    assert above(head) == (top.id,)
    assert above(top) == ()


def test_the_manager_above_is_the_one_of_the_day_asked_for() -> None:
    hana, ken, head = a_chain("Hana", "Ken", "Head")
    successor = a_person("Successor")
    lines.change(ken.id, successor.id, TOMORROW)
    assert above(hana) == (ken.id, head.id)
    assert above(hana, TOMORROW) == (ken.id, successor.id)


def test_two_who_report_to_each_other_are_each_others_only_manager() -> None:
    hana, ken, _ = a_chain("Hana", "Ken", "Nobody")
    lines.change(ken.id, hana.id, LONG_AGO)
    assert above(hana) == (ken.id,)
    assert above(ken) == (hana.id,)


def test_nobody_in_a_ring_of_three_is_above_herself() -> None:
    ring = a_chain("Hana", "Ken", "Aya")
    lines.change(ring[2].id, ring[0].id, LONG_AGO)
    assert [above(person) for person in ring] == [
        (ring[1].id, ring[2].id),
        (ring[2].id, ring[0].id),
        (ring[0].id, ring[1].id),
    ]


def test_reports_are_the_direct_ones_of_today() -> None:
    hana, ken, head = a_chain("Hana", "Ken", "Head")
    aya, gone = a_person("Aya"), a_person("Gone")
    lines.change_all({aya.id: ken.id, gone.id: ken.id}, LONG_AGO)
    lines.change(gone.id, head.id, TODAY)
    assert lines.reports_of(ken.id, TODAY) == sorted([hana.id, aya.id])
    assert lines.reports_by_manager([ken.id, head.id, hana.id], TODAY) == {
        ken.id: sorted([hana.id, aya.id]),
        head.id: sorted([ken.id, gone.id]),
    }


@pytest.mark.parametrize("size", [3, 300])
def test_the_managers_of_many_are_one_question(store: Flask, size: int) -> None:
    boss, head = a_chain("Boss", "Head")
    staff = [a_newcomer(f"Person {n}") for n in range(size)]
    people.save_all(staff, MORNING)
    ids = [person.id for person in staff]
    lines.change_all(dict.fromkeys(ids, boss.id), LONG_AGO)
    with counted() as asked:
        found = lines.managers_of(ids, TODAY)
        assert lines.reports_by_manager([boss.id, head.id], TODAY)[boss.id] == sorted(ids)
    assert found == dict.fromkeys(ids, (boss.id, head.id))
    assert len(asked) == 2


def test_asking_about_nobody_gives_nothing() -> None:
    assert lines.managers_of([], TODAY) == {}
    assert lines.reports_by_manager([], TODAY) == {}
