"""How far the round under way is, in states alone: no level of it may be shown yet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessments.ratings import AssessmentState
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
    """The open round of one person; ``states`` are self and manager, None before they began."""

    started_on: date | None
    states: tuple[AssessmentState | None, AssessmentState | None]
    awaits: Awaits


NOT_STARTED = Progress(None, (None, None), Awaits.START)


def progress_of(record: RoundRecord | None) -> Progress:
    """What may be said of an open round, or that there is none."""
    if record is None:
        return NOT_STARTED
    written = (record.self_record, record.manager_record)
    states = (_state(written[0]), _state(written[1]))
    if record.round.is_revealed:
        return Progress(record.started_on, states, Awaits.AGREEMENT)
    by_self, by_manager = (each is not None and each.assessment.is_submitted for each in written)
    awaits = Awaits.MANAGER if by_self else Awaits.SELF if by_manager else Awaits.BOTH
    return Progress(record.started_on, states, awaits)


def _state(written: AssessmentRecord | None) -> AssessmentState | None:
    return written.assessment.state if written else None
