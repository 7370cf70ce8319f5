"""What waits for whom: rounds as each side meets them, the other side in state words only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from assessments.ratings import Relation
from portal.access.people import Viewer
from portal.persistence import lines, people, rounds
from portal.persistence.assessments import AssessmentRecord
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.persistence.round_records import RoundRecord

FRESH_FOR = timedelta(days=30)
"""How long a result that was just agreed comes before starting anew."""


class Step(StrEnum):
    """What one side does next in a round."""

    START = "start"
    CONTINUE = "continue"
    WAIT = "wait"
    AGREE = "agree"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A person's round as one side meets it.

    ``mine`` is this side's assessment; of the other side only whether it is handed in.
    """

    person: Person
    record: RoundRecord | None
    mine: AssessmentRecord | None
    is_other_in: bool
    step: Step

    @property
    def done(self) -> int:
        """Skills with an answer."""
        return self.total - len(self.mine.assessment.unanswered) if self.mine else 0

    @property
    def total(self) -> int:
        return len(self.mine.assessment.profile.requirements) if self.mine else 0


def own_rounds(viewer: Viewer) -> "OwnRounds | None":
    """The viewer's own round under way and the settled ones; None for who is not rated."""
    if Role.CSM not in viewer.roles:
        return None
    history = rounds.history_of(viewer.id)
    under_way = next((each for each in history if not each.round.is_finalised), None)
    settled = [each for each in history if each.round.is_finalised]
    return OwnRounds(waiting_of(viewer.person, under_way, viewer.person), settled)


def members_of(viewer: Viewer, today: date) -> Sequence[Waiting]:
    """The viewer's direct reports who are rated, those who need something first."""
    if Role.MANAGER not in viewer.roles:
        return []
    reports = people.among(lines.reports_of(viewer.id, today))
    rated = [each for each in reports if each.type_id and not each.left_on]
    under_way = rounds.open_among([each.id for each in rated])
    waiting = [waiting_of(each, under_way.get(each.id), viewer.person) for each in rated]
    return sorted(waiting, key=lambda each: ORDER.index(each.step))


@dataclass(frozen=True, slots=True)
class OwnRounds:
    under_way: Waiting
    settled: Sequence[RoundRecord]

    def fresh(self, now: datetime) -> RoundRecord | None:
        """The newest settled round if it was settled lately and nothing new has begun."""
        newest = self.settled[0] if self.settled else None
        if newest is None or newest.is_imported or self.under_way.step is not Step.START:
            return None
        settled_at = newest.finalised_at
        return newest if settled_at and now - settled_at <= FRESH_FOR else None


ORDER = (Step.AGREE, Step.CONTINUE, Step.START, Step.WAIT)


def waiting_of(person: Person, record: RoundRecord | None, rater: Person) -> Waiting:
    """How the rater meets this person's round."""
    relation = Relation.SELF if person.id == rater.id else Relation.MANAGER
    written = [
        each
        for each in (record.every_record if record else ())
        if each.relation is relation and each.rater_id == rater.id
    ]
    mine = written[0] if written else None
    step = _step(record, relation, mine)
    return Waiting(person, record, mine, _other_in(record, relation), step)


def _step(record: RoundRecord | None, relation: Relation, mine: AssessmentRecord | None) -> Step:
    if record and record.round.is_revealed:
        return Step.AGREE
    if mine is None:
        before = record.side(relation) if record else None
        return Step.WAIT if before and before.assessment.is_submitted else Step.START
    return Step.CONTINUE if mine.assessment.is_open else Step.WAIT


def _other_in(record: RoundRecord | None, relation: Relation) -> bool:
    if record is None:
        return False
    other = record.side(Relation.MANAGER if relation is Relation.SELF else Relation.SELF)
    return other is not None and other.assessment.is_submitted
