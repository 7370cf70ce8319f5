"""The columns of the matrix: skills in table order, a folded category as one column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assessments.matrix import Matrix
from assessments.results import Result
from assessments.skills import Category, Skill
from portal.team.asked import Asked
from portal.web.filters import percent


@dataclass(frozen=True, slots=True)
class Group:
    """One category: a column for each skill that is shown, or one for all when it is folded."""

    category: Category
    shown: tuple[Skill, ...]
    is_folded: bool

    @property
    def span(self) -> int:
        """How many columns it takes."""
        return 1 if self.is_folded else len(self.shown)

    def fit_of(self, result: Result) -> str:
        """How far the person is in this category, in percent; a dash where nothing is rated."""
        return percent(
            next((e.fit for e in result.categories if e.category == self.category), None)
        )


def groups_of(matrix: Matrix, asked: Asked) -> tuple[Group, ...]:
    """The categories of the matrix; only one skill where one was chosen."""
    chosen = asked.selection.skill_id
    if chosen:
        skills = [each for each in matrix.skills if each.id == chosen]
        return tuple(_groups(skills, frozenset()))
    return tuple(_groups(matrix.skills, asked.folded))


def _groups(skills: Sequence[Skill], folded: frozenset[str]) -> Iterator[Group]:
    for category, inside in groupby(skills, lambda skill: skill.category):
        is_folded = category.id in folded
        yield Group(category, () if is_folded else tuple(inside), is_folded)
