"""``template.toml``: the parts of a form, checked down to the columns that a formula names."""

import re
from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from assessments.loading.documents import Table
from assessments.text import Text
from content.formulas import Formula, formula_of
from content.loading.documents import (
    flag,
    is_finite,
    known_only,
    number_or,
    plain,
    plain_if_there,
    tables_if_there,
)
from content.loading.sheets import check_sheet
from content.templates import (
    Cell,
    Checks,
    Column,
    ColumnKind,
    Field,
    Fields,
    Form,
    Item,
    Part,
    Prose,
    Template,
    TemplateKind,
)

MOST_LINES, MOST_BLANK = 12, 30
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 95, 140
"""Characters of column width that an A4 page holds."""

_Read = TypeVar("_Read")

_KINDS = {kind.value: kind for kind in TemplateKind}
_COLUMN_KINDS = {kind.value: kind for kind in ColumnKind}
_PART = ("id", "kind", "heading", "note")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ID = re.compile(r"[a-z][a-z0-9_]*")


def template_in(document: Table) -> Template:
    """Raises LibraryError."""
    known_only(document, "name", "kind", "title", "note", "parts")
    kind = document.choice("kind", _KINDS)
    template = Template(
        _matching(document, "name", _NAME),
        kind,
        plain(document, "title"),
        plain_if_there(document, "note"),
        tuple(part_in(table, kind) for table in document.tables("parts")),
    )
    if not template.parts:
        raise document.error("parts", "is empty")
    return template


def part_in(table: Table, kind: TemplateKind) -> Part:
    """One part of a template of this kind. Raises LibraryError."""
    part = table.choice("kind", _PARTS)(table)
    if isinstance(part, Form):
        _check_kind(table, part, kind)
    return part


def _check_kind(table: Table, form: Form, kind: TemplateKind) -> None:
    if kind is TemplateKind.SHEET:
        check_sheet(table, form)
    elif any(column.formula for column in form.columns):
        raise table.error("columns", "only a sheet can compute a formula")


def _head(table: Table) -> tuple[str, Text, Text | None]:
    return (_matching(table, "id", _NAME), plain(table, "heading"), plain_if_there(table, "note"))


def _fields(table: Table) -> Fields:
    known_only(table, *_PART, "fields")
    return Fields(*_head(table), tuple(_filled(table, "fields", _field)))


def _field(table: Table) -> Field:
    known_only(table, "label", "hint", "lines")
    lines = table.number("lines", 1, MOST_LINES) if "lines" in table.values else 1
    return Field(plain(table, "label"), plain_if_there(table, "hint"), lines)


def _checks(table: Table) -> Checks:
    known_only(table, *_PART, "items")
    return Checks(*_head(table), tuple(_filled(table, "items", _item)))


def _item(table: Table) -> Item:
    known_only(table, "text", "hint")
    return Item(plain(table, "text"), plain_if_there(table, "hint"))


def _prose(table: Table) -> Prose:
    known_only(table, *_PART, "paragraphs")
    return Prose(*_head(table), tuple(_filled(table, "paragraphs", _paragraph)))


def _paragraph(table: Table) -> Text:
    known_only(table, "text")
    return plain(table, "text")


def _form(table: Table) -> Form:
    known_only(table, *_PART, "columns", "rows", "blank", "landscape")
    columns = tuple(_filled(table, "columns", _column))
    landscape = flag(table, "landscape")
    _check_width(table, columns, LANDSCAPE_WIDTH if landscape else PORTRAIT_WIDTH)
    _check_formulas(table, {column.id: column for column in columns})
    rows = tuple(_rows(table, {column.id: column for column in columns}))
    blank = number_or(table, "blank", 0, MOST_BLANK)
    if not rows and not blank:
        raise table.error("blank", "a table without rows needs empty ones")
    return Form(*_head(table), columns, rows, blank, landscape)


def _column(table: Table) -> Column:
    known_only(table, "id", "label", "width", "kind", "choices", "formula", "total")
    kind = table.choice("kind", _COLUMN_KINDS) if "kind" in table.values else ColumnKind.TEXT
    choices = tuple(each.phrase() for each in tables_if_there(table, "choices"))
    formula, total = _formula(table), flag(table, "total")
    if (formula or total) and not kind.is_number:
        raise table.error("kind", "must be number, money or percent to compute or add up")
    if formula and choices:
        raise table.error("choices", "a column that computes leaves nothing to choose")
    width = table.number("width", 1, LANDSCAPE_WIDTH)
    label = plain(table, "label")
    return Column(_matching(table, "id", _ID), label, kind, width, choices, formula, total)


def _formula(table: Table) -> Formula | None:
    if "formula" not in table.values:
        return None
    try:
        return formula_of(table.word("formula"))
    except ValueError as problem:
        raise table.error("formula", str(problem)) from problem


def _check_formulas(table: Table, columns: Mapping[str, Column]) -> None:
    for column in columns.values():
        for name in column.formula.names if column.formula else ():
            key = f"columns[{column.id}].formula"
            if name not in columns:
                raise table.error(key, f"names {name}, which is no column")
            if not columns[name].kind.is_number:
                raise table.error(key, f"cannot compute from {name}, which holds no number")
    computed = {key: each.formula.names for key, each in columns.items() if each.formula}
    try:
        TopologicalSorter(computed).prepare()
    except CycleError as problem:
        circle = " → ".join(problem.args[1])
        raise table.error("columns", f"formulas go in a circle: {circle}") from problem


def _check_width(table: Table, columns: tuple[Column, ...], most: int) -> None:
    width = sum(column.width for column in columns)
    if width > most:
        raise table.error("columns", f"widths add up to {width}, the page holds {most}")


def _rows(table: Table, columns: Mapping[str, Column]) -> Iterator[Mapping[str, Cell]]:
    for row in tables_if_there(table, "rows"):
        known_only(row, *columns)
        yield {each: _cell(row, each, columns[each]) for each in row.values}


def _cell(row: Table, key: str, column: Column) -> Cell:
    value = row.values[key]
    if column.formula:
        raise row.error(key, "is computed, it cannot be filled in")
    if is_finite(value):
        return value
    if column.kind.is_number:
        raise row.error(key, "must be a number")
    return plain(row, key)


def _filled(table: Table, key: str, read: Callable[[Table], _Read]) -> Iterator[_Read]:
    """What the tables of a list hold; the list may not be empty."""
    if not table.values.get(key):
        raise table.error(key, "is missing or empty")
    yield from map(read, table.tables(key))


def _matching(table: Table, key: str, pattern: re.Pattern[str]) -> str:
    word = table.word(key)
    if not pattern.fullmatch(word):
        raise table.error(key, f"{word!r} must be small letters and digits")
    return word


_PARTS: Mapping[str, Callable[[Table], Part]] = {
    "fields": _fields,
    "checks": _checks,
    "table": _form,
    "prose": _prose,
}
