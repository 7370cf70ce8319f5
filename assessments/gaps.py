"""Gaps: what is missing to the target, and in which order to close it."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.levels import Level
from assessments.scoring import Rated
from assessments.skill_maps import Requirement


@dataclass(frozen=True, slots=True)
class Gap:
    """A skill below its target. ``size`` is in levels (1 to 5), ``priority`` weight × size."""

    requirement: Requirement
    level: Level
    size: int
    priority: int


def gap_size(level: Level, target: Level) -> int:
    """Levels missing to the target; 0 at or above it."""
    return max(0, target - level)


def gaps_of(rated: Iterable[Rated]) -> tuple[Gap, ...]:
    """Gaps by falling priority; ties by falling weight, then in the order given.

    ``rated`` comes in table order. Skills without a level have no gap.
    Source: docs/rules.md, Gaps.
    """
    gaps = [
        _gap(each.requirement, each.level)
        for each in rated
        if each.level is not None and gap_size(each.level, each.requirement.target)
    ]
    return tuple(sorted(gaps, key=lambda gap: (-gap.priority, -gap.requirement.weight)))


def _gap(requirement: Requirement, level: Level) -> Gap:
    size = gap_size(level, requirement.target)
    return Gap(requirement, level, size, requirement.weight * size)
