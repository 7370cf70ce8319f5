"""Plain functions that make the people and rounds a test needs."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from assessments.bands import Band
from assessments.levels import Level
from assessments.ratings import Answer, AssessmentState, Rating, Relation
from portal import clock
from portal.persistence import (
    accounts,
    assessments,
    database,
    lines,
    maps,
    people,
    ratings,
    roles,
    rounds,
)
from portal.persistence.ids import new_id
from portal.persistence.people import Person, Team
from portal.persistence.roles import Role

LONG_AGO = date(2020, 4, 1)
MORNING = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)


def a_person(
    app: Flask,
    name: str = "Hana Sato",
    *,
    held: frozenset[Role] = frozenset({Role.CSM}),
    manager: Person | None = None,
    type_id: str | None = "onboarding",
    team: Team | None = None,
) -> Person:
    """Somebody with an account, roles since long ago and perhaps a manager."""
    person = Person(
        id=new_id(),
        email=f"{name.replace(' ', '.').lower()}@example.com",
        name=name,
        language="en",
        time_zone=None,
        team=team,
        type_id=type_id,
        band=Band.STANDARD,
        overlays=(),
        starts_on=LONG_AGO,
        left_on=None,
    )
    with app.app_context():
        people.save(person, MORNING)
        accounts.open_for(person.id)
        roles.change(person.id, held, LONG_AGO)
        if manager:
            lines.change(person.id, manager.id, LONG_AGO)
        database.commit()
    return person


def a_manager(app: Flask, name: str = "Ken Mori", *, manager: Person | None = None) -> Person:
    """A leader with people to rate."""
    both = frozenset({Role.CSM, Role.MANAGER})
    return a_person(app, name, held=both, manager=manager, type_id="leader")


def an_admin(app: Flask, name: str = "Aya Abe") -> Person:
    return a_person(app, name, held=frozenset({Role.ADMIN}), type_id=None)


def a_round(
    app: Flask,
    subject: Person,
    *,
    by_self: Mapping[str, Answer] | int | None = None,
    rater: Person | None = None,
    by_manager: Mapping[str, Answer] | int | None = None,
    is_submitted: bool = True,
    on: date = date(2026, 10, 1),
) -> UUID:
    """An open round; each side gives answers by skill, one level for all, or nothing."""
    with app.app_context():
        published = maps.current_of(subject.type_id or "")
        assert published
        round_id = rounds.start(subject.id, published, subject.band, subject.overlays, on)
        _assess(round_id, subject, Relation.SELF, by_self, is_submitted)
        if rater:
            _assess(round_id, rater, Relation.MANAGER, by_manager, is_submitted)
        database.commit()
    return round_id


def sign_in(client: FlaskClient, person: Person) -> FlaskClient:
    """The same browser with this person signed in."""
    with client.application.app_context():
        account = accounts.find(person.id)
        assert account
    with client.session_transaction() as session:
        session.clear()
        session["_user_id"] = account.uniquifier
        session["_fresh"] = True
        session["began"] = session["seen"] = clock.now().isoformat()
    return client


def _assess(
    round_id: UUID,
    rater: Person,
    relation: Relation,
    answers: Mapping[str, Answer] | int | None,
    is_submitted: bool,
) -> None:
    if answers is None:
        return
    record = rounds.find(round_id)
    assert record
    assessment_id = assessments.start(round_id, rater.id, relation, MORNING)
    for skill_id in record.round.profile.map.by_skill:
        answer = Level(answers) if isinstance(answers, int) else answers.get(skill_id)
        if answer is not None:
            rating = Rating(skill_id, answer, "Seen on 1 October in a customer call.")
            ratings.put(assessment_id, rating, read_version=0, at=MORNING)
    if is_submitted:
        assessments.change_state(assessment_id, AssessmentState.SUBMITTED, at=MORNING)
