"""People of a team who have been rated."""

from collections.abc import Mapping

from flask import Flask

from assessments.ratings import Answer
from assessments.settling import finalise
from portal.persistence import database, rounds
from portal.persistence.people import Person, Team
from tests import builders
from tests.builders import MORNING


def rated(
    app: Flask,
    boss: Person,
    name: str,
    level: int | Mapping[str, Answer],
    *,
    type_id: str = "onboarding",
    team: Team | None = None,
) -> Person:
    """A report of this manager, rated alike by both."""
    person = builders.a_person(app, name, manager=boss, type_id=type_id, team=team)
    builders.a_round(app, person, by_self=level, rater=boss, by_manager=level)
    return person


def settle(app: Flask, person: Person) -> None:
    """Finalise the round under way, so that its levels are the agreed ones."""
    with app.app_context():
        record = rounds.open_of(person.id)
        assert record
        rounds.finalise(record.id, finalise(record.round), None, MORNING)
        database.commit()
