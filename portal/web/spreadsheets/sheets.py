"""A sheet: heads and the rows below them, as clean text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessments.text import Text
from portal.web.marks import has_endless_marks
from portal.web.spreadsheets.guarding import unguarded
from portal.web.spreadsheets.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from portal.web.spreadsheets.refusals import (
    CellTooLong,
    CellWithoutHead,
    DuplicateHeads,
    EmptySheet,
    EndlessMarks,
    TooManyColumns,
    TooManyRows,
    TooMuchText,
    UnprintableSign,
)
from portal.web.text import is_keepable, tidy

RawRow = tuple[int, Sequence[str]]
"""Row number as a spreadsheet program shows it, and its cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` counts from 1 as spreadsheet programs do; one cell per head, "" for none."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``kind`` says how the file was read. Rows without any value are left out."""

    kind: Text
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet_of(kind: Text, raw: Iterable[RawRow]) -> Sheet:
    """The first row with a value holds the heads.

    Raises EmptySheet, TooManyRows, TooManyColumns, CellTooLong, TooMuchText, EndlessMarks,
    UnprintableSign, DuplicateHeads, CellWithoutHead.
    """
    filled = _filled(raw)
    heads = next(filled, None)
    if heads is None:
        raise EmptySheet
    _refuse_twins(heads.cells)
    rows = tuple(_under(heads.cells, row) for row in filled)
    return Sheet(kind, heads.cells, rows)


def _filled(raw: Iterable[RawRow]) -> Iterator[Row]:
    """Rows that hold something, within all limits."""
    length = 0
    first = None
    for number, cells in raw:
        row = Row(number, _cleaned(number, cells))
        first = number if first is None and row.cells else first
        length += sum(map(len, row.cells))
        if first is not None and number - first > MOST_ROWS:
            raise TooManyRows
        if length > MOST_TEXT:
            raise TooMuchText
        if row.cells:
            yield row


def _cleaned(number: int, cells: Sequence[str]) -> tuple[str, ...]:
    """Tidy texts without the empty ones at the end."""
    tidied = [_tidied(number, cell) if cell else "" for cell in cells]
    while tidied and not tidied[-1]:
        tidied.pop()
    if len(tidied) > MOST_COLUMNS:
        raise TooManyColumns(row=number)
    return tuple(tidied)


def _tidied(number: int, cell: str) -> str:
    if len(cell) > LONGEST_CELL:
        raise CellTooLong(row=number)
    if cell.isalnum() and cell.isascii():
        return cell
    if has_endless_marks(cell):
        raise EndlessMarks(row=number)
    text = unguarded(tidy(cell.strip("\ufeff")))
    if not is_keepable(text):
        raise UnprintableSign(row=number)
    return text


def _refuse_twins(heads: Sequence[str]) -> None:
    seen: set[str] = set()
    for head in filter(None, heads):
        if head.casefold() in seen:
            raise DuplicateHeads(head=head)
        seen.add(head.casefold())


def _under(heads: tuple[str, ...], row: Row) -> Row:
    if len(row.cells) > len(heads):
        raise CellWithoutHead(row=row.number)
    return Row(row.number, row.cells + ("",) * (len(heads) - len(row.cells)))
