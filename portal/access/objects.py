"""From the id in a URL to the object that the rules and the view are given."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

from portal.access.people import Member, MemberAssessment, MemberRound
from portal.persistence import lines, people, rounds
from portal.persistence.round_records import RoundRecord


class Finder(Protocol):
    """Looks an object up; ``for_update`` keeps others from changing it until the commit."""

    def __call__(self, object_id: UUID, today: date, *, for_update: bool) -> object | None: ...


def find_member(object_id: UUID, today: date, *, for_update: bool = False) -> Member | None:
    """A person with the managers of today. People are written over, so nothing is locked."""
    person = people.find(object_id)
    if person is None:
        return None
    return Member(person, lines.managers_of([person.id], today)[person.id])


def find_round(object_id: UUID, today: date, *, for_update: bool = False) -> MemberRound | None:
    record = rounds.find(object_id, for_update=for_update)
    return _round_of(record, today) if record else None


def find_assessment(
    object_id: UUID, today: date, *, for_update: bool = False
) -> MemberAssessment | None:
    """The assessment with its round; a draft left behind by an earlier manager is found too."""
    record = rounds.find_by_assessment(object_id, for_update=for_update)
    found = _round_of(record, today) if record else None
    if found is None:
        return None
    return MemberAssessment(found.member, found.record, found.record.written(object_id))


def _round_of(record: RoundRecord, today: date) -> MemberRound | None:
    member = find_member(record.subject_id, today)
    return MemberRound(member, record) if member else None


FINDERS: Mapping[type, Finder] = {
    Member: find_member,
    MemberRound: find_round,
    MemberAssessment: find_assessment,
}
