"""Tables to fill in on a worksheet: rows with something in them, empty rows, totals."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from assessments.text import Language, Text
from content.templates import Cell, Column, Form
from portal.train.files.looks import Looks

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

ROW = 27
"""Points of height of a row to write in."""

LINE = 17
TOTAL = Text("合計", "Total")
NAME = re.compile(r"\{?\b([a-z][a-z0-9_]*)\b\}?")


def write_form(sheet: "Worksheet", looks: Looks, language: Language, form: Form, first: int) -> int:
    """Write all rows below the head, from row ``first`` on; the row after the last one."""
    rows: list[Mapping[str, Cell]] = [*form.rows, *({} for _ in range(form.blank))]
    for number, cells in enumerate(rows, first):
        _write_row(_Row(sheet, looks, language, form, number), cells)
    end = first + len(rows)
    for place, column in enumerate(form.columns):
        _offer(sheet, column, language, (first, end - 1, place))
    if any(column.total for column in form.columns):
        _write_totals(_Row(sheet, looks, language, form, end), first)
        end += 1
    return end


class _Row:
    """One row of a table on its worksheet."""

    def __init__(
        self, sheet: "Worksheet", looks: Looks, language: Language, form: Form, number: int
    ) -> None:
        self.sheet, self.looks, self.language = sheet, looks, language
        self.form, self.number = form, number

    def address(self, place: int, row: int | None = None) -> str:
        return f"{_letters(place)}{(self.number if row is None else row) + 1}"


def _write_row(row: _Row, cells: Mapping[str, Cell]) -> None:
    row.sheet.set_row(row.number, max(ROW, LINE * max(_lines(row, cells), default=1) + 6))
    for place, column in enumerate(row.form.columns):
        look = row.looks.figure(column.kind, is_computed=column.formula is not None)
        cell = cells.get(column.id)
        if column.formula:
            row.sheet.write_formula(row.number, place, _formula(row, column), look, "")
        elif isinstance(cell, Text):
            row.sheet.write_string(row.number, place, cell.in_language(row.language), look)
        elif cell is not None:
            row.sheet.write_number(row.number, place, cell, look)
        else:
            row.sheet.write_blank(row.number, place, None, look)


def _lines(row: _Row, cells: Mapping[str, Cell]) -> Iterator[int]:
    for column in row.form.columns:
        if isinstance(cell := cells.get(column.id), Text):
            yield row.looks.lines(cell.in_language(row.language), column.width)


def _formula(row: _Row, column: Column) -> str:
    """The formula of a column in this row; nothing is shown until all it needs is there."""
    places = {each.id: row.address(place) for place, each in enumerate(row.form.columns)}
    source = column.formula.source if column.formula else ""
    names = column.formula.names if column.formula else ()
    value = NAME.sub(lambda found: places[found[1]], source)
    is_there = ",".join(f'{places[name]}<>""' for name in names)
    return f'=IFERROR(IF(AND({is_there or "TRUE"}),{value},""),"")'


def _offer(
    sheet: "Worksheet", column: Column, language: Language, cells: tuple[int, int, int]
) -> None:
    """Let the cells of a column choose from its list."""
    first, last, place = cells
    if column.choices:
        source = [choice.in_language(language) for choice in column.choices]
        sheet.data_validation(first, place, last, place, {"validate": "list", "source": source})


def _write_totals(row: _Row, first: int) -> None:
    row.sheet.set_row(row.number, ROW)
    for place, column in enumerate(row.form.columns):
        look = row.looks.figure(column.kind, is_computed=True)
        if column.total:
            ends = row.address(place, first), row.address(place, row.number - 1)
            row.sheet.write_formula(row.number, place, f"=SUM({ends[0]}:{ends[1]})", look)
        elif place == 0:
            words = TOTAL.in_language(row.language)
            row.sheet.write_string(row.number, 0, words, row.looks["head"])
        else:
            row.sheet.write_blank(row.number, place, None, row.looks["label"])


def _letters(place: int) -> str:
    return chr(ord("A") + place)
