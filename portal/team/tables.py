"""The matrix as plain tables for a spreadsheet: what the page shows, no row and no level more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flask_babel import gettext

from assessments.ratings import Answer, Exemption
from assessments.scoring import as_percent
from assessments.skill_results import SkillResult
from portal.team.sheet import Sheet
from portal.team.teammates import Teammate
from portal.web.filters import word
from portal.web.language import tr

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """A named table. ``levels_from`` is the first column of levels, where there are such."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    levels_from: int | None = None


def tables_of(sheet: Sheet) -> tuple[Table, Table]:
    """The matrix, and everything behind it."""
    return matrix_table(sheet), detail_table(sheet)


def matrix_table(sheet: Sheet) -> Table:
    """One line per person, one column per skill."""
    skills = [skill for group in sheet.groups for skill in group.shown]
    about = (
        *_person_heads(),
        gettext("Fit in percent"),
        gettext("Coverage in percent"),
        gettext("Total gap"),
    )
    rows = ((*_person(each), *_figures(each), *_levels(sheet, each)) for each in sheet.shown)
    heads = (*about, *(tr(skill.name) for skill in skills))
    return Table(gettext("Matrix"), heads, tuple(rows), levels_from=len(about))


def detail_table(sheet: Sheet) -> Table:
    """One line per person and skill, with both sides and the target."""
    heads = (
        *_person_heads(),
        *(gettext("Category"), gettext("Skill"), gettext("Self"), gettext("Manager")),
        *(gettext("Agreed"), gettext("Level"), gettext("Source of the level")),
        *(gettext("Target"), gettext("Weight"), gettext("Gap"), gettext("Priority")),
    )
    rows = (
        (*_person(each), *_detail(found)) for each in sheet.shown for found in _found(sheet, each)
    )
    return Table(gettext("Details"), heads, tuple(rows))


def _person_heads() -> tuple[str, ...]:
    return (
        *(gettext("Name"), gettext("E-mail address"), gettext("Team")),
        *(gettext("CSM type"), gettext("Band"), gettext("Assessed on")),
    )


def _person(mate: Teammate) -> tuple[Value, ...]:
    person, team = mate.person, mate.person.team
    return (
        *(person.name, person.email, team.name if team else ""),
        *(tr(mate.type.name) if mate.type else "", word(mate.band), mate.rated_on),
    )


def _figures(mate: Teammate) -> tuple[Value, ...]:
    if mate.result is None:
        return (None, None, None)
    return (_percent(mate.result.fit), _percent(mate.result.coverage), mate.total_gap)


def _percent(share: Fraction | None) -> float | None:
    return None if share is None else float(as_percent(share))


def _found(sheet: Sheet, mate: Teammate) -> Iterator[SkillResult]:
    for found in mate.result.skills if mate.result else ():
        if sheet.asked.selection.takes_level(found):
            yield found


def _levels(sheet: Sheet, mate: Teammate) -> Iterator[Value]:
    found = {each.skill.id: each for each in _found(sheet, mate)}
    for group in sheet.groups:
        for skill in group.shown:
            yield _answer(found[skill.id].answer) if skill.id in found else None


def _detail(found: SkillResult) -> tuple[Value, ...]:
    need = found.requirement
    return (
        *(tr(need.skill.category.name), tr(need.skill.name)),
        *(_answer(found.self_answer), _answer(found.manager_answer), _answer(found.agreed_answer)),
        *(_answer(found.answer), word(found.source) if found.source else ""),
        *(int(need.target), need.weight, found.gap, found.priority),
    )


def _answer(answer: Answer | None) -> Value:
    if isinstance(answer, Exemption):
        return word(answer)
    return None if answer is None else int(answer)
