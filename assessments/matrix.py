"""The team matrix: people × skills with the level in effect in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assessments.levels import Level
from assessments.results import Result
from assessments.skill_results import SkillResult
from assessments.skills import Skill

ABLE_FROM = Level.INDEPENDENT
"""Who stands here or higher can carry a skill without help."""

THIN_BELOW = 2
"""Fewer able people than this make a skill a thin spot."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the team; ``result`` is None before anything was handed in."""

    person_id: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class Column:
    """One skill across the team."""

    skill: Skill
    able: int
    asked: int
    rated: int

    @property
    def is_thin(self) -> bool:
        """Fewer than two people can carry it, among those whose map asks for it."""
        return self.asked > 0 and self.able < THIN_BELOW


@dataclass(frozen=True)
class Matrix:
    """People in the order given, skills in table order; only skills somebody is asked for."""

    rows: tuple[Row, ...]
    skills: tuple[Skill, ...]

    def cell(self, row: Row, skill: Skill) -> SkillResult | None:
        """None where the person's map does not ask for the skill."""
        return row.result.of(skill.id) if row.result else None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(self._column(skill) for skill in self.skills)

    @property
    def thin_spots(self) -> tuple[Column, ...]:
        """Skills that hang on one person or on nobody, fewest able people first."""
        thin = (column for column in self.columns if column.is_thin)
        return tuple(sorted(thin, key=lambda column: (column.able, -column.asked)))

    def _column(self, skill: Skill) -> Column:
        cells = [cell for row in self.rows if (cell := self.cell(row, skill))]
        levels = [level for cell in cells if (level := cell.level) is not None]
        able = sum(level >= ABLE_FROM for level in levels)
        return Column(skill, able, asked=len(cells), rated=len(levels))


def matrix_of(rows: Sequence[Row], order: Sequence[Skill]) -> Matrix:
    """The matrix of these people; ``order`` is the skill table."""
    results = [row.result for row in rows if row.result]
    asked = set().union(*(result.profile.map.by_skill for result in results))
    return Matrix(tuple(rows), tuple(skill for skill in order if skill.id in asked))
