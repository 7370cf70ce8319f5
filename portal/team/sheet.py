"""The matrix as the page shows it: heads, a target line, a line per person, and who is able."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from assessments.levels import Level
from assessments.matrix import Column, Matrix, Row, matrix_of
from portal.library import library
from portal.team.asked import Asked
from portal.team.cells import Pen
from portal.team.columns import Group, groups_of
from portal.team.order import in_order
from portal.team.teammates import Teammate, profiles_of


@dataclass(frozen=True, slots=True)
class Line:
    """One person with a cell for every column; no cells before there is a result."""

    mate: Teammate
    cells: Markup | None


@dataclass(frozen=True)
class Sheet:
    """The matrix of ``people``; ``asked`` says how it is laid out and which levels are wanted."""

    asked: Asked
    people: tuple[Teammate, ...]

    @property
    def unfolded(self) -> "Sheet":
        """The same with every category open."""
        return replace(self, asked=self.asked.folding(()))

    @cached_property
    def matrix(self) -> Matrix:
        rows = [Row(str(each.person.id), each.result) for each in self.people]
        return matrix_of(rows, library().table)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        return groups_of(self.matrix, self.asked)

    @property
    def has_skills(self) -> bool:
        """Whether any category is open."""
        return any(group.shown for group in self.groups)

    @property
    def width(self) -> int:
        """How many columns of levels there are."""
        return sum(group.span for group in self.groups)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """A line for each of the people shown."""
        pen = Pen(self.groups, self.asked.selection)
        return tuple(
            Line(each, pen.line(each.person.id, each.result) if each.result else None)
            for each in self.shown
        )

    @cached_property
    def shown(self) -> tuple[Teammate, ...]:
        """The people with a level that is wanted, in the order that was asked for."""
        wanted = (each for each in self.people if self.asked.selection.takes_some(each))
        return tuple(in_order(wanted, self.asked))

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """Who is able, by skill id; over all people, whichever levels are wanted."""
        return {column.skill.id: column for column in self.matrix.columns}

    @cached_property
    def targets(self) -> Mapping[str, tuple[Level, Level]]:
        """Lowest and highest target of these people, by skill id."""
        targets: defaultdict[str, set[Level]] = defaultdict(set)
        for profile in profiles_of(self.people):
            for need in profile.requirements:
                targets[need.skill.id].add(need.target)
        return {skill_id: (min(each), max(each)) for skill_id, each in targets.items()}
