"""The demo organisation as tests read it back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from portal.persistence import people, rounds
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord

NOW = datetime(2026, 11, 19, 3, 0, tzinfo=UTC)
TODAY = NOW.date()
PASSWORD = "kado-mesa-rito-vuna-pemi"


def the(email: str) -> Person:
    person = people.find_by_email(email)
    assert person
    return person


def history(email: str) -> Sequence[RoundRecord]:
    """The rounds of one person, oldest first."""
    return list(reversed(rounds.history_of(the(email).id)))


def facts() -> Sequence[object]:
    """What the database says about everybody, without ids that are new in each database."""
    return [
        (person.id, person.email, person.name, person.starts_on, person.type_id, *_told(person))
        for person in people.search("", limit=100)
    ]


def _told(person: Person) -> Sequence[object]:
    return [
        (
            record.started_on,
            record.finalised_at,
            record.round,
            [(each.rater_id, each.started_at, each.submitted_at) for each in record.every_record],
        )
        for record in history(person.email)
    ]
