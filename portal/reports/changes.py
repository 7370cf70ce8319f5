"""What changed since the round before."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assessments.growth import Change, growth_of
from assessments.skill_results import Source
from assessments.text import Text
from portal.access.standing import Seen


@dataclass(frozen=True, slots=True)
class Move:
    """One skill then and now, levels 0 to 5, each with whose word it was."""

    name: Text
    before: int
    now: int
    levels: int
    source_before: Source
    source_now: Source | None
    is_same_source: bool
    reached: Text


@dataclass(frozen=True, slots=True)
class Since:
    """Changes since that day. ``fit`` is in shares (−1 to 1), None where it is not comparable.

    ``moves`` are the skills whose level changed, most gained first.
    """

    day: date
    fit: Fraction | None
    fit_before: Fraction | None
    compared: int
    moves: tuple[Move, ...]


def since(before: Seen | None, now: Seen) -> Since | None:
    """None where there is no round before."""
    if before is None:
        return None
    growth = growth_of(now.result, before.result)
    moved = sorted((*growth.up, *growth.down), key=lambda change: -change.levels)
    return Since(
        day=before.record.started_on,
        fit=growth.fit,
        fit_before=before.result.fit,
        compared=len(growth.changes),
        moves=tuple(map(_move, moved)),
    )


def _move(change: Change) -> Move:
    return Move(
        name=change.now.skill.name,
        before=change.level_before,
        now=change.level_now,
        levels=change.levels,
        source_before=change.source_before,
        source_now=change.now.source,
        is_same_source=change.is_same_source,
        reached=change.now.skill.anchor(change.level_now),
    )
