"""The cells of the matrix, drawn once per look: a team has thousands of cells, but few looks."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

from flask import get_template_attribute, url_for
from markupsafe import Markup

from assessments.gaps import gap_size
from assessments.levels import Level
from assessments.ratings import Answer
from assessments.results import Result
from assessments.skill_results import SkillResult, Source
from portal.team.columns import Group
from portal.team.selection import Selection

HERE = "~"
"""Holds a place: of the skill in an address, and of the address in a cell."""

NOBODY = UUID(int=0)
"""Holds the place of the person in an address."""


class Drawn(NamedTuple):
    """A cell up to the address of the evidence behind it, and from there on."""

    before: str
    after: str


class Pen:
    """Draws the lines of one page and remembers every look of a cell."""

    def __init__(self, groups: Sequence[Group], selection: Selection) -> None:
        self._groups = groups
        self._takes = selection.takes_level if selection.chooses_levels else _takes_all
        self._paths = {skill.id: quote(skill.id) for group in groups for skill in group.shown}
        self._evidence = url_for("results.skill", person_id=NOBODY, skill_id=HERE)
        self._cell: Any = get_template_attribute("team/cell.html", "cell")
        self._plain: Any = cache(get_template_attribute("team/cell.html", "plain"))
        self._look = cache(self._draw)

    def line(self, person_id: UUID, result: Result) -> Markup:
        """The cells of one person. Only the addresses are filled in anew, all of them quoted."""
        start, _, end = self._evidence.replace(str(NOBODY), str(person_id)).partition(HERE)
        return Markup("".join(self._cells(result, start, end)))  # noqa: S704 (see above)

    def _cells(self, result: Result, start: str, end: str) -> Iterator[str]:
        for group in self._groups:
            if group.is_folded:
                yield self._plain(True, group.fit_of(result))
            starts = True
            for skill in group.shown:
                found = result.of(skill.id)
                if found is None or not self._takes(found):
                    yield self._plain(starts)
                else:
                    before, after = self._look(found.answer, found.source, found.target, starts)
                    yield f"{before}{start}{self._paths[skill.id]}{end}{after}"
                starts = False

    def _draw(
        self, answer: Answer | None, source: Source | None, target: Level, starts: bool
    ) -> Drawn:
        gap = gap_size(answer, target) if isinstance(answer, Level) else 0
        before, _, after = str(self._cell(answer, source, gap, starts, HERE)).partition(HERE)
        return Drawn(before, after)


def _takes_all(_found: SkillResult) -> bool:
    return True
