"""Who looks, and at whom: the values that the rules are asked about."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.persistence.assessments import AssessmentRecord
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.persistence.round_records import RoundRecord


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody signed in, as of this request.

    ``opened`` are the people whose ratings an administrator has opened with a reason that is
    still good.
    """

    person: Person
    roles: frozenset[Role]
    opened: frozenset[UUID]
    now: datetime

    @property
    def id(self) -> UUID:
        return self.person.id

    @property
    def name(self) -> str:
        return self.person.name


@dataclass(frozen=True, slots=True)
class Member:
    """A person and the managers above today, nearest first, at most two."""

    person: Person
    managers: tuple[UUID, ...]

    @property
    def id(self) -> UUID:
        return self.person.id


@dataclass(frozen=True, slots=True)
class MemberRound:
    """A round of a member."""

    member: Member
    record: RoundRecord


@dataclass(frozen=True, slots=True)
class MemberAssessment:
    """One assessment in a round of a member."""

    member: Member
    record: RoundRecord
    written: AssessmentRecord

    @property
    def is_left_behind(self) -> bool:
        """Somebody else's assessment of the same side is in: this draft can no longer count."""
        counted = self.record.side(self.written.relation)
        return counted != self.written and self.written.assessment.is_open and _is_in(counted)

    @property
    def is_open(self) -> bool:
        """Whether its rater may still change it."""
        return self.written.assessment.is_open and not self.is_left_behind


def _is_in(record: AssessmentRecord | None) -> bool:
    return record is not None and record.assessment.is_submitted
