"""Self and manager in figures: of one person, and of everybody who reports to the same manager."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from assessments.levels import Level
from assessments.results import Result, result_of
from portal.access.people import Member, Viewer
from portal.persistence import lines, rounds

if TYPE_CHECKING:
    from assessments.statistics.differences import Differences


@dataclass(frozen=True, slots=True)
class SelfAndManager:
    """``group`` are the direct reports of one manager; None for who may not see it."""

    person: Differences
    group: Differences | None
    on: date


def self_and_manager(result: Result, head: UUID | None, today: date) -> SelfAndManager:
    """``head`` is the manager whose direct reports are the group, None for no group."""
    # Loaded here: NumPy and SciPy take a tenth of a second that most pages can do without.
    from assessments.statistics.differences import (  # noqa: PLC0415
        differences_of,
        group_differences,
    )

    group = group_differences(_pairs_below(head, today)) if head else None
    return SelfAndManager(differences_of(result.pairs), group, today)


def head_for(viewer: Viewer, member: Member) -> UUID | None:
    """The member's manager, for her and for her own manager; both read every result below."""
    return member.managers[0] if viewer.id in member.managers else None


def _pairs_below(head: UUID, today: date) -> Sequence[Sequence[tuple[Level, Level]]]:
    """Newest revealed ratings of each direct report, in a fixed order."""
    newest = rounds.latest_revealed(lines.reports_of(head, today))
    return [result_of(newest[each].round).pairs for each in sorted(newest)]
