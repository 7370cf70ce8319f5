"""Self and manager in figures: of one person, and of the others with the same manager."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from assessments.levels import Level
from assessments.results import Result, result_of
from portal.access.people import Member, Viewer
from portal.access.rules import is_in_line
from portal.persistence import lines, rounds
from portal.persistence.round_records import RoundRecord

if TYPE_CHECKING:
    from assessments.statistics.differences import Differences


@dataclass(frozen=True, slots=True)
class SelfAndManager:
    """``group`` are the others who report to the same manager; None for who may not see it.

    The person is left out of the group, so that she cannot take herself out of its figures.
    """

    person: Differences
    group: Differences | None
    on: date


def self_and_manager(
    result: Result, person_id: UUID, head: UUID | None, today: date
) -> SelfAndManager:
    """``head`` is the manager whose other direct reports are the group, None for no group."""
    # Loaded here: NumPy and SciPy take a tenth of a second that most pages can do without.
    from assessments.statistics.differences import (  # noqa: PLC0415
        differences_of,
        group_differences,
    )

    group = group_differences(_pairs_below(head, person_id, today)) if head else None
    return SelfAndManager(differences_of(result.pairs), group, today)


def head_for(viewer: Viewer, member: Member) -> UUID | None:
    """The member's manager, for her and for her own manager; both read every result below."""
    return member.managers[0] if is_in_line(viewer, member) else None


def _pairs_below(
    head: UUID, person_id: UUID, today: date
) -> Sequence[Sequence[tuple[Level, Level]]]:
    """Newest revealed ratings of each other report, in a fixed order; () where there are none.

    Those that a manager before gave say nothing of this one; of imported ones nobody knows.
    """
    others = sorted(each for each in lines.reports_of(head, today) if each != person_id)
    newest = rounds.latest_revealed(others)
    records = [newest.get(each) for each in others]
    return [
        result_of(each.round).pairs if each and _is_rated_by(each, head) else () for each in records
    ]


def _is_rated_by(record: RoundRecord, manager: UUID) -> bool:
    by_manager = record.manager_record
    return by_manager is None or by_manager.rater_id in (manager, None)
