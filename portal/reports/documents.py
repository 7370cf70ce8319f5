"""The two reports as values: what stands on paper, before anybody lays it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.agreement import Spread
from assessments.levels import LevelDescription
from assessments.results import Result
from assessments.skill_maps import SkillMap
from content.lessons import Lesson
from content.plans import Plan, plan_for
from portal.access.standing import Standing
from portal.reports.changes import Since, since
from portal.reports.covers import Cover
from portal.reports.figures import Figures, figures_of
from portal.reports.lines import Group, Line, groups_of, line_of
from portal.reports.paths import Path, paths_of
from portal.web.differences import SelfAndManager

TOP = 3
"""Strengths and gaps on the first page."""

TASKS = 5
"""Gaps that the manager's report turns into tasks."""

LEARNING = 8 * 60
"""Minutes of training that a report plans: an hour a week for two months."""


@dataclass(frozen=True, slots=True)
class GrowthReport:
    """The person's own report: where I stand, what is strong, what to grow next."""

    cover: Cover
    figures: Figures
    strengths: tuple[Line, ...]
    gaps: tuple[Line, ...]
    plan: Plan
    groups: tuple[Group, ...]
    differing: tuple[Line, ...]
    since: Since | None
    paths: tuple[Path, ...]
    scale: tuple[LevelDescription, ...]


@dataclass(frozen=True, slots=True)
class ManagerReport:
    """The manager's report: the summary, every figure, and what to talk about."""

    cover: Cover
    figures: Figures
    strengths: tuple[Line, ...]
    gaps: tuple[Line, ...]
    groups: tuple[Group, ...]
    wide: tuple[Line, ...]
    self_and_manager: SelfAndManager
    since: Since | None
    tasks: tuple[Line, ...]
    plan: Plan
    scale: tuple[LevelDescription, ...]


def growth_report(
    cover: Cover,
    standing: Standing,
    maps: Sequence[SkillMap],
    lessons: Mapping[str, Lesson],
    scale: tuple[LevelDescription, ...],
) -> GrowthReport:
    """``maps`` are the current ones of all types, ``lessons`` all there are, by id.

    ``scale`` are the six levels in words.
    """
    result = standing.current.result
    differing = result.with_spread(Spread.NEAR, Spread.WIDE, Spread.ONE_SIDED)
    return GrowthReport(
        cover=cover,
        figures=figures_of(result, TOP),
        strengths=_strengths(result),
        gaps=_gaps(result, TOP),
        plan=plan_for(result.gaps, lessons, LEARNING),
        groups=groups_of(result),
        differing=tuple(map(line_of, differing)),
        since=since(standing.before, standing.current),
        paths=paths_of(result, maps),
        scale=scale,
    )


def manager_report(
    cover: Cover,
    standing: Standing,
    figures: SelfAndManager,
    lessons: Mapping[str, Lesson],
    scale: tuple[LevelDescription, ...],
) -> ManagerReport:
    """``lessons`` are all there are, by id; ``scale`` the six levels in words."""
    result = standing.current.result
    return ManagerReport(
        cover=cover,
        figures=figures_of(result, TOP),
        strengths=_strengths(result),
        gaps=_gaps(result, TOP),
        groups=groups_of(result),
        wide=tuple(map(line_of, result.with_spread(Spread.WIDE))),
        self_and_manager=figures,
        since=since(standing.before, standing.current),
        tasks=_gaps(result, TASKS),
        plan=plan_for(result.gaps, lessons, LEARNING),
        scale=scale,
    )


def _strengths(result: Result) -> tuple[Line, ...]:
    return tuple(map(line_of, result.strengths[:TOP]))


def _gaps(result: Result, most: int) -> tuple[Line, ...]:
    gaps = (result.of(gap.requirement.skill.id) for gap in result.gaps[:most])
    return tuple(line_of(each) for each in gaps if each is not None)
