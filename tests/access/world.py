"""One person, everybody who may stand around her, and her round in every state."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from flask import Flask

from assessments.levels import Level
from assessments.ratings import AssessmentState, Rating, Relation
from assessments.settling import finalise
from portal import clock
from portal.access.sessions import RATINGS_OPEN_FOR
from portal.persistence import accounts, assessments, database, lines, maps, people, ratings, rounds
from portal.persistence.people import Person
from portal.persistence.roles import Role
from tests import builders

YESTERDAY = clock.now().date() - timedelta(days=1)


class State(StrEnum):
    """How far the round has come."""

    DRAFTS = "drafts"
    SELF_IN = "self_in"
    MANAGER_IN = "manager_in"
    BOTH_IN = "both_in"
    FINALISED = "finalised"
    LONG_FINALISED = "long_finalised"


@dataclass(frozen=True, slots=True)
class World:
    """Viewers by how they stand to the subject, and the ids that URLs may name."""

    viewers: dict[str, Person]
    subject: Person
    round_id: UUID
    written: dict[str, UUID]
    """Assessments by who wrote them: self, manager, ex_manager."""


def build(app: Flask, state: State) -> World:
    """The world with the subject's round in this state."""
    viewers = _viewers(app)
    subject = viewers["self"]
    with app.app_context():
        lines.change(subject.id, viewers["manager"].id, YESTERDAY)
        published = maps.current_of("onboarding")
        assert published
        round_id = rounds.start(subject.id, published, subject.band, (), YESTERDAY)
        written = {
            "ex_manager": _assess(round_id, viewers["ex_manager"], Relation.MANAGER),
            "self": _assess(round_id, subject, Relation.SELF),
            "manager": _assess(round_id, viewers["manager"], Relation.MANAGER),
        }
        _bring_to(state, round_id, written)
        database.commit()
    return World(viewers, subject, round_id, written)


def _viewers(app: Flask) -> dict[str, Person]:
    head = builders.a_manager(app, "Skip Level")
    manager = builders.a_manager(app, "Direct Manager", manager=head)
    ex_manager = builders.a_manager(app, "Ex Manager")
    both = frozenset({Role.CSM, Role.ADMIN})
    viewers = {
        "skip": head,
        "manager": manager,
        "ex_manager": ex_manager,
        "other_manager": builders.a_manager(app, "Other Manager"),
        "self": builders.a_person(app, "The Subject", manager=ex_manager),
        "colleague": builders.a_person(app, "A Colleague", manager=manager),
        "admin": builders.an_admin(app, "An Admin"),
        "admin_with_reason": builders.a_person(app, "Reading Admin", held=both),
        "without_role": builders.a_person(app, "No Role", held=frozenset()),
        "left": builders.a_person(app, "Who Left", held=both),
        "locked_out": builders.a_person(app, "Locked Out", held=both),
    }
    with app.app_context():
        _let_go(viewers["left"])
        _lock_out(viewers["locked_out"])
        database.commit()
    return viewers


def session_of(name: str, subject: Person) -> dict[str, object]:
    """What the session of this viewer holds beside the account."""
    if name != "admin_with_reason":
        return {}
    until = clock.now() + RATINGS_OPEN_FOR
    return {"opened": {subject.id.hex: until.isoformat()}}


def _let_go(person: Person) -> None:
    people.save(replace(person, left_on=date(2026, 1, 1)), builders.MORNING)


def _lock_out(person: Person) -> None:
    account = accounts.find(person.id)
    assert account
    accounts.save(replace(account, is_active=False))


def _assess(round_id: UUID, rater: Person, relation: Relation) -> UUID:
    record = rounds.find(round_id)
    assert record
    assessment_id = assessments.start(round_id, rater.id, relation, clock.now())
    for skill_id in record.round.profile.map.by_skill:
        rating = Rating(skill_id, Level.INDEPENDENT, "Seen in a call.")
        ratings.put(assessment_id, rating, read_version=0, at=clock.now())
    return assessment_id


def _bring_to(state: State, round_id: UUID, written: dict[str, UUID]) -> None:
    both = {State.BOTH_IN, State.FINALISED, State.LONG_FINALISED}
    if state in {State.SELF_IN, *both}:
        _hand_in(written["self"])
    if state in {State.MANAGER_IN, *both}:
        _hand_in(written["manager"])
    if state in {State.FINALISED, State.LONG_FINALISED}:
        record = rounds.find(round_id)
        assert record
        ago = timedelta(days=31 if state is State.LONG_FINALISED else 1)
        rounds.finalise(round_id, finalise(record.round), None, clock.now() - ago)


def _hand_in(assessment_id: UUID) -> None:
    assessments.change_state(assessment_id, AssessmentState.SUBMITTED, at=clock.now())
