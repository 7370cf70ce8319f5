"""Finding rounds: history, what is under way, and the newest that both sides may see."""

from datetime import date

import pytest
from flask import Flask

from assessments.ratings import AssessmentState, Relation
from portal.persistence import assessments, database, rounds
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests.portal.persistence.saved import (
    SKILL,
    a_person,
    a_round,
    an_assessment,
    both_in,
    settled,
    the,
)
from tests.portal.queries import counted

SPRING, AUTUMN, NEXT_SPRING = date(2026, 4, 1), date(2026, 10, 1), date(2027, 4, 1)

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    return a_person("Hana")


@pytest.fixture
def ken() -> Person:
    return a_person("Ken")


def newest_seen(person: Person) -> RoundRecord | None:
    """The newest round of this person that both sides may see."""
    database.commit()
    return rounds.latest_revealed([person.id]).get(person.id)


def test_history_is_newest_first_and_ends_somewhere(hana: Person, ken: Person) -> None:
    autumn, spring = settled(hana, ken, AUTUMN), settled(hana, ken, SPRING)
    settled(ken, hana, SPRING)
    under_way = a_round(hana, NEXT_SPRING)
    database.commit()
    kept = [record.id for record in rounds.history_of(hana.id)]
    assert kept == [under_way, autumn, spring]
    assert [record.id for record in rounds.history_of(hana.id, limit=2)] == [under_way, autumn]
    assert rounds.history_of(new_id()) == []


def test_of_two_rounds_of_one_day_the_later_one_comes_first(hana: Person, ken: Person) -> None:
    morning, afternoon = settled(hana, ken, SPRING), settled(hana, ken, SPRING)
    assert [record.id for record in rounds.history_of(hana.id)] == [afternoon, morning]


def test_a_round_that_only_one_side_handed_in_is_not_revealed(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    an_assessment(round_id, hana, Relation.SELF)
    an_assessment(round_id, ken, Relation.MANAGER, state=AssessmentState.DRAFT)
    assert newest_seen(hana) is None
    assert not the(round_id).round.is_revealed


def test_a_round_that_both_handed_in_is_revealed(hana: Person, ken: Person) -> None:
    round_id = both_in(hana, ken)
    found = newest_seen(hana)
    assert found
    assert found.id == round_id


def test_two_managers_who_handed_in_do_not_reveal_a_round(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    an_assessment(round_id, ken, Relation.MANAGER)
    an_assessment(round_id, a_person("Aya"), Relation.MANAGER)
    assert newest_seen(hana) is None


def test_an_assessment_that_is_returned_hides_the_round_again(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    mine = an_assessment(round_id, hana, Relation.SELF)
    an_assessment(round_id, ken, Relation.MANAGER)
    assessments.change_state(mine, AssessmentState.RETURNED, at=None, note="Once more, please.")
    assert newest_seen(hana) is None


def test_the_newest_revealed_round_counts_and_not_a_newer_hidden_one(
    hana: Person, ken: Person
) -> None:
    settled(hana, ken, SPRING)
    autumn = settled(hana, ken, AUTUMN)
    an_assessment(a_round(hana, NEXT_SPRING), hana, Relation.SELF)
    found = newest_seen(hana)
    assert found
    assert found.id == autumn


def test_the_team_view_reads_levels_and_leaves_the_evidence(hana: Person, ken: Person) -> None:
    round_id = both_in(hana, ken)
    found = newest_seen(hana)
    assert found
    assert found.round.by_self
    told, seen = the(round_id).round.by_self, found.round.by_self
    assert told
    assert (told.ratings[SKILL].evidence, seen.ratings[SKILL].evidence) == (f"Seen: {SKILL}", "")
    assert seen.ratings[SKILL].level == told.ratings[SKILL].level


def test_rounds_under_way_are_found_for_several_people(hana: Person, ken: Person) -> None:
    aya = a_person("Aya")
    open_round = a_round(hana)
    settled(ken, hana)
    database.commit()
    found = rounds.open_among([hana.id, ken.id, aya.id])
    assert {person_id: record.id for person_id, record in found.items()} == {hana.id: open_round}
    assert rounds.open_among([]) == {}
    assert rounds.latest_revealed([]) == {}


def test_rounds_are_found_by_the_days_they_were_opened_on(hana: Person, ken: Person) -> None:
    spring, _ = settled(hana, ken, SPRING), settled(hana, ken, AUTUMN)
    others = settled(ken, hana, SPRING)
    database.commit()
    found = rounds.on_days([hana.id, ken.id], [SPRING, NEXT_SPRING])
    assert [record.id for record in found] == [spring, others]


@pytest.mark.parametrize("size", [3, 30])
def test_the_number_of_questions_does_not_grow_with_the_team(store: Flask, size: int) -> None:
    boss = a_person("Boss")
    team = [a_person(f"Person {n}") for n in range(size)]
    for person in team:
        both_in(person, boss)
    database.commit()
    ids = [person.id for person in team]
    for read in (rounds.latest_revealed, rounds.open_among):
        with counted() as asked:
            assert set(read(ids)) == set(ids)
        assert len([each for each in asked if each.startswith("SELECT")]) == 4
