"""Figures and drills of a lesson: formulas that are known, with every argument they need."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from inspect import signature

from assessments.kpi_refusals import NotCalculable
from assessments.kpis import FORMULAS
from assessments.loading import LibraryError
from assessments.loading.documents import Table
from content.drills import Drill, Mistake, Range, drill_of
from content.figures import EXPRESSION, Figure, Value, is_printed_number
from content.formulas import Formula, formula_of
from content.loading.documents import is_finite, known_only, plain, tables_if_there

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_BRACE = re.compile(r"[{}]")


def figures_in(document: Table) -> Iterator[Figure]:
    """Raises LibraryError."""
    for table in tables_if_there(document, "figures"):
        yield figure_in(table)


def figure_in(table: Table) -> Figure:
    """One figure that can be calculated. Raises LibraryError."""
    figure = _figure(table)
    _tried(lambda: figure.exact, table, "values")
    return figure


def _figure(table: Table) -> Figure:
    known_only(table, "formula", "shown", "values")
    formula, shown, values = table.word("formula"), table.word("shown"), table.table("values")
    if not is_printed_number(shown):
        raise table.error("shown", f"{shown!r} must be a number such as 94.5%, ¥720,000 or -3")
    if formula == EXPRESSION:
        known_only(values, "of")
        return Figure(formula, {}, _expression(values, "of").source, shown)
    _check_arguments(table, values)
    return Figure(formula, {each: _value(values, each) for each in values.values}, "", shown)


def drills_in(document: Table) -> Iterator[Drill]:
    """Raises LibraryError."""
    for table in tables_if_there(document, "drills"):
        yield drill_in(table)


def drill_in(table: Table) -> Drill:
    """One drill that gives a task. Raises LibraryError."""
    drill = _drill(table)
    _tried(lambda: drill_of(drill, 0), table, "draw")
    return drill


def _drill(table: Table) -> Drill:
    known_only(table, "formula", "story", "draw", "mistakes")
    draw, story = table.table("draw"), plain(table, "story")
    _check_arguments(table, draw)
    for language, text in (("ja", story.ja), ("en", story.en)):
        if set(_PLACEHOLDER.findall(text)) != set(draw.values):
            raise table.error(f"story.{language}", f"must name {', '.join(draw.values)} in braces")
        if _BRACE.search(_PLACEHOLDER.sub("", text)):
            raise table.error(f"story.{language}", "has a brace without its partner")
    ranges = {each: _range(draw, each) for each in draw.values}
    mistakes = tuple(_mistake(each, draw) for each in table.tables("mistakes"))
    return Drill(table.word("formula"), story, ranges, mistakes)


def _tried(calculate: Callable[[], object], table: Table, key: str) -> None:
    """Raises LibraryError when the numbers below ``key`` cannot be calculated with."""
    try:
        calculate()
    except (NotCalculable, ArithmeticError, TypeError, ValueError) as problem:
        cause = str(problem) or type(problem).__name__
        raise table.error(key, f"cannot be calculated with: {cause}") from problem


def _check_arguments(table: Table, values: Table) -> None:
    formula = table.choice("formula", FORMULAS)
    wanted = tuple(signature(formula).parameters)
    if set(values.values) != set(wanted):
        raise LibraryError(values.file, values.key, f"must be {', '.join(wanted)}")


def _value(table: Table, key: str) -> Value:
    match table.values[key]:
        case list() as numbers if numbers and all(map(_is_whole, numbers)):
            return tuple(numbers)
        case number if is_finite(number):
            return Fraction(repr(number))
    raise table.error(key, "must be a number or a list of whole numbers")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _range(table: Table, key: str) -> Range:
    match table.values[key]:
        case [_, _, _] as numbers if all(map(is_finite, numbers)):
            least, most, step = (Fraction(repr(number)) for number in numbers)
            if step > 0 and least <= most:
                return Range(least, most, step)
    raise table.error(key, "must be [least, most, step]")


def _mistake(table: Table, draw: Table) -> Mistake:
    known_only(table, "of", "why")
    formula = _expression(table, "of", *draw.values)
    return Mistake(formula, plain(table, "why"))


def _expression(table: Table, key: str, *names: str) -> Formula:
    try:
        formula = formula_of(table.word(key))
    except ValueError as problem:
        raise table.error(key, str(problem)) from problem
    for name in formula.names:
        if name not in names:
            raise table.error(key, f"names {name}, which is no argument")
    return formula
