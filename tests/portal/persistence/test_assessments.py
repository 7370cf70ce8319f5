"""Assessments: one of each rater in a round, and which of several counts for a side."""

from datetime import timedelta

import pytest

from assessments.levels import Level
from assessments.ratings import AssessmentState, Rating, Relation
from portal.persistence import assessments, database
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests.builders import MORNING
from tests.portal.persistence.saved import FEW, a_person, a_round, an_assessment, the

LATER = MORNING + timedelta(hours=1)

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    return a_person("Hana")


@pytest.fixture
def ken() -> Person:
    return a_person("Ken")


def test_a_draft_is_read_back_empty(hana: Person) -> None:
    round_id = a_round(hana)
    draft = assessments.start(round_id, hana.id, Relation.SELF, MORNING)
    database.commit()
    record = the(round_id).written(draft)
    assert (record.round_id, record.rater_id) == (round_id, hana.id)
    assert (record.started_at, record.submitted_at, record.return_note) == (MORNING, None, "")
    assert record.assessment.relation is Relation.SELF
    assert record.assessment.state is AssessmentState.DRAFT
    assert (record.assessment.ratings, record.rating_versions) == ({}, {})
    assert the(round_id).self_record == record


def test_ratings_are_read_back_with_their_assessment(hana: Person) -> None:
    round_id = a_round(hana)
    mine = an_assessment(round_id, hana, Relation.SELF)
    database.commit()
    record = the(round_id).written(mine)
    assert record.assessment.ratings == {
        skill_id: Rating(skill_id, Level(level), f"Seen: {skill_id}")
        for skill_id, level in FEW.items()
    }
    assert record.rating_versions == dict.fromkeys(FEW, 1)
    assert (record.assessment.state, record.submitted_at) == (AssessmentState.SUBMITTED, LATER)


def test_a_second_assessment_of_one_rater_in_a_round_is_refused_by_the_database(
    hana: Person, ken: Person
) -> None:
    round_id = a_round(hana)
    assessments.start(round_id, ken.id, Relation.MANAGER, MORNING)
    with pytest.raises(DatabaseError):
        assessments.start(round_id, ken.id, Relation.MANAGER, LATER)


def test_an_assessment_in_a_round_that_is_not_there_is_refused(hana: Person) -> None:
    with pytest.raises(DatabaseError):
        assessments.start(new_id(), hana.id, Relation.SELF, MORNING)


def test_an_imported_assessment_needs_no_rater(hana: Person) -> None:
    round_id = a_round(hana)
    assessments.start(round_id, None, Relation.MANAGER, MORNING)
    database.commit()
    record = the(round_id).manager_record
    assert record
    assert record.rater_id is None


def test_a_returned_assessment_holds_the_note_until_it_is_handed_in_again(hana: Person) -> None:
    round_id = a_round(hana)
    mine = an_assessment(round_id, hana, Relation.SELF)
    note = "根拠を「いつ・何を」で。\nPlease add dates."
    assessments.change_state(mine, AssessmentState.RETURNED, at=None, note=note)
    database.commit()
    record = the(round_id).written(mine)
    assert (record.assessment.state, record.submitted_at) == (AssessmentState.RETURNED, None)
    assert record.return_note == note
    assessments.change_state(mine, AssessmentState.SUBMITTED, at=LATER)
    database.commit()
    assert the(round_id).written(mine).return_note == ""


def test_assessments_come_in_the_order_they_were_started(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    second = an_assessment(round_id, hana, Relation.SELF, at=LATER)
    first = an_assessment(round_id, ken, Relation.MANAGER, at=MORNING)
    database.commit()
    assert [record.id for record in the(round_id).every_record] == [first, second]


def test_what_was_handed_in_counts_before_a_newer_draft(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    handed_in = an_assessment(round_id, ken, Relation.MANAGER, at=MORNING)
    successor = a_person("Aya")
    draft = AssessmentState.DRAFT
    an_assessment(round_id, successor, Relation.MANAGER, {}, at=LATER, state=draft)
    database.commit()
    counted = the(round_id).manager_record
    assert counted
    assert counted.id == handed_in


def test_of_two_drafts_the_one_of_the_new_manager_counts(hana: Person, ken: Person) -> None:
    round_id = a_round(hana)
    draft = AssessmentState.DRAFT
    an_assessment(round_id, ken, Relation.MANAGER, at=MORNING, state=draft)
    of_successor = an_assessment(
        round_id, a_person("Aya"), Relation.MANAGER, {}, at=LATER, state=draft
    )
    database.commit()
    record = the(round_id)
    assert record.manager_record
    assert record.manager_record.id == of_successor
    assert len(record.every_record) == 2
    assert record.self_record is None
