"""How far the round under way is, in states alone: no level of it may be shown yet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from assessments.ratings import AssessmentState, Relation
from portal.persistence.assessments import AssessmentRecord
from portal.persistence.round_records import RoundRecord


class Awaits(StrEnum):
    """What has to happen next in a person's round."""

    START = "start"
    BOTH = "both"
    SELF = "self"
    MANAGER = "manager"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Progress:
    """The open round of one person; ``states`` are self and manager, None before they began.

    ``mine`` is the assessment that the reader writes in it.
    """

    round_id: UUID | None
    started_on: date | None
    states: tuple[AssessmentState | None, AssessmentState | None]
    awaits: Awaits
    mine: AssessmentRecord | None


NOT_STARTED = Progress(None, None, (None, None), Awaits.START, None)


def progress_of(record: RoundRecord | None, reader_id: UUID) -> Progress:
    """What may be said of an open round, or that there is none."""
    if record is None:
        return NOT_STARTED
    states = (_state(record.self_record), _state(record.manager_record))
    by_reader = (
        each
        for each in record.every_record
        if each.relation is Relation.MANAGER and each.rater_id == reader_id
    )
    mine = next(by_reader, None)
    return Progress(record.id, record.started_on, states, _awaits(record), mine)


def _awaits(record: RoundRecord) -> Awaits:
    if record.round.is_revealed:
        return Awaits.AGREEMENT
    written = (record.self_record, record.manager_record)
    by_self, by_manager = (each is not None and each.assessment.is_submitted for each in written)
    return Awaits.MANAGER if by_self else Awaits.SELF if by_manager else Awaits.BOTH


def _state(written: AssessmentRecord | None) -> AssessmentState | None:
    return written.assessment.state if written else None
