"""Rounds: what is written is read back, one is open per person, and a settled one stays."""

from datetime import date

import pytest
from flask import Flask

from assessments.bands import Band
from assessments.ratings import AssessmentState, Relation
from assessments.rounds import RoundState
from assessments.settling import finalise
from portal.persistence import database, rounds
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests.builders import MORNING
from tests.portal.persistence.saved import (
    OCTOBER,
    a_person,
    a_round,
    an_assessment,
    both_in,
    onboarding,
    settled,
    the,
)

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    return a_person("Hana", band=Band.SENIOR, overlays=("partner",))


@pytest.fixture
def ken() -> Person:
    return a_person("Ken")


def test_a_round_that_was_just_opened_is_read_back(hana: Person) -> None:
    round_id = a_round(hana)
    database.commit()
    record = the(round_id)
    assert (record.id, record.subject_id, record.started_on) == (round_id, hana.id, OCTOBER)
    assert (record.is_imported, record.finalised_at, record.every_record) == (False, None, ())
    assert record.published == onboarding()
    assert record.round.profile == onboarding().publication.profile(Band.SENIOR, ["partner"])
    assert (record.round.state, record.round.agreed) == (RoundState.OPEN, {})


def test_a_round_keeps_the_band_and_the_overlays_of_the_day_it_was_opened(hana: Person) -> None:
    round_id = a_round(hana)
    a_person_of_today = a_person("Hana", id=hana.id, email=hana.email, band=Band.JUNIOR)
    database.commit()
    assert a_person_of_today.band is Band.JUNIOR
    assert the(round_id).round.profile.band is Band.SENIOR


def test_nothing_is_found_under_an_unknown_id() -> None:
    assert rounds.find(new_id()) is None
    assert rounds.find(new_id(), for_update=True) is None
    assert rounds.find_by_assessment(new_id()) is None


def test_a_second_open_round_of_a_person_is_refused_by_the_database(hana: Person) -> None:
    a_round(hana)
    with pytest.raises(DatabaseError):
        a_round(hana, date(2027, 4, 1))


def test_the_next_round_opens_when_the_one_before_is_settled(hana: Person, ken: Person) -> None:
    before = settled(hana, ken)
    after = a_round(hana, date(2027, 4, 1))
    database.commit()
    under_way = rounds.open_of(hana.id)
    assert under_way
    assert under_way.id == after
    assert the(before).round.is_finalised
    assert rounds.open_of(ken.id) is None


def test_a_round_is_found_by_any_assessment_in_it(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    mine = an_assessment(round_id, hana, Relation.SELF)
    theirs = an_assessment(round_id, ken, Relation.MANAGER)
    for assessment_id in (mine, theirs):
        found = rounds.find_by_assessment(assessment_id, for_update=True)
        assert found
        assert found.id == round_id
        assert found.written(assessment_id).id == assessment_id
    with pytest.raises(LookupError):
        the(round_id).written(new_id())


def test_a_settled_round_is_read_back_as_it_was_settled(
    store: Flask, hana: Person, ken: Person
) -> None:
    round_id = both_in(hana, ken)
    wanted = finalise(the(round_id).round)
    rounds.finalise(round_id, wanted, ken.id, MORNING)
    database.commit()
    record = the(round_id)
    assert record.round == wanted
    assert record.finalised_at == MORNING
    assert [each.assessment.state for each in record.every_record] == [
        AssessmentState.FINALISED,
        AssessmentState.FINALISED,
    ]
    assert set(record.reason_versions.values()) == {1}


def test_settling_twice_writes_no_agreed_level_again(hana: Person, ken: Person) -> None:
    round_id = settled(hana, ken)
    before = the(round_id)
    rounds.finalise(round_id, before.round, ken.id, MORNING)
    database.commit()
    assert the(round_id).reason_versions == before.reason_versions


def test_a_draft_stays_a_draft_when_the_round_is_settled(hana: Person, ken: Person) -> None:
    round_id = both_in(hana, ken)
    left_behind = an_assessment(
        round_id, a_person("Before"), Relation.MANAGER, {}, state=AssessmentState.DRAFT
    )
    rounds.finalise(round_id, finalise(the(round_id).round), ken.id, MORNING)
    database.commit()
    assert the(round_id).written(left_behind).assessment.state is AssessmentState.DRAFT
