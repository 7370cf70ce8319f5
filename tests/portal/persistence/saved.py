"""Rows that a test of persistence needs, written into the open context and not committed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from assessments.bands import Band
from assessments.levels import Level
from assessments.ratings import AssessmentState, Rating, Relation
from assessments.settling import finalise
from portal.persistence import assessments, maps, people, ratings, rounds
from portal.persistence.ids import new_id
from portal.persistence.maps import PublishedMap
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests.builders import MORNING

OCTOBER = date(2026, 10, 1)
SKILL = "con_pm"
FEW: Mapping[str, int] = {SKILL: 3, "rel_trust": 2}


def a_newcomer(name: str = "Hana Sato", **changes: Any) -> Person:
    """Somebody the database does not know yet."""
    address = f"{name.replace(' ', '.').lower()}@example.com"
    person = Person(
        id=new_id(),
        email=address,
        name=name,
        language=None,
        time_zone=None,
        team=None,
        type_id="onboarding",
        band=Band.STANDARD,
        overlays=(),
        starts_on=None,
        left_on=None,
    )
    return replace(person, **changes)


def a_person(name: str = "Hana Sato", **changes: Any) -> Person:
    """Somebody the database knows: no account, no role, nobody above."""
    person = a_newcomer(name, **changes)
    people.save(person, MORNING)
    return person


def onboarding() -> PublishedMap:
    """The shipped map that everybody here is rated on."""
    published = maps.current_of("onboarding")
    assert published
    return published


def a_round(subject: Person, on: date = OCTOBER) -> UUID:
    """A round that has just been opened."""
    return rounds.start(subject.id, onboarding(), subject.band, subject.overlays, on)


def an_assessment(
    round_id: UUID,
    rater: Person,
    relation: Relation,
    levels: Mapping[str, int] = FEW,
    *,
    at: datetime = MORNING,
    state: AssessmentState = AssessmentState.SUBMITTED,
) -> UUID:
    """One side's assessment in this state, with these levels."""
    assessment_id = assessments.start(round_id, rater.id, relation, at)
    for skill_id, level in levels.items():
        rating = Rating(skill_id, Level(level), f"Seen: {skill_id}")
        ratings.put(assessment_id, rating, read_version=0, at=at)
    handed_in = None if state is AssessmentState.DRAFT else at + timedelta(hours=1)
    assessments.change_state(assessment_id, state, at=handed_in)
    return assessment_id


def the(round_id: UUID) -> RoundRecord:
    """The round as it is read back."""
    record = rounds.find(round_id)
    assert record
    return record


def both_in(subject: Person, boss: Person, on: date = OCTOBER) -> UUID:
    """A round that both have handed in, with the same levels."""
    round_id = a_round(subject, on)
    an_assessment(round_id, subject, Relation.SELF)
    an_assessment(round_id, boss, Relation.MANAGER)
    return round_id


def settled(subject: Person, boss: Person, on: date = OCTOBER) -> UUID:
    """A finalised round."""
    round_id = both_in(subject, boss, on)
    rounds.finalise(round_id, finalise(the(round_id).round), boss.id, MORNING)
    return round_id
