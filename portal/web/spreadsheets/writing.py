"""Empty sheets to fill in, as CSV for any program and as a workbook with lists to choose from."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from portal.web.spreadsheets.books import new_book
from portal.web.spreadsheets.guarding import guarded

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROWS_WITH_LISTS = 1000
COLUMN_WIDTH = 24
TEXT_FORMAT, DAY_FORMAT = "@", "yyyy-mm-dd"


@dataclass(frozen=True)
class Blank:
    """A sheet to fill in. ``choices`` are the words for a column, ``days`` columns of days."""

    name: str
    choices_name: str
    heads: Sequence[str]
    example: Sequence[str]
    choices: Mapping[int, Sequence[str]]
    days: frozenset[int]


def csv_of(blank: Blank) -> bytes:
    """UTF-8 with a mark, so that Excel reads it by a double click."""
    written = StringIO(newline="")
    csv.writer(written).writerows([map(guarded, blank.heads), map(guarded, blank.example)])
    return written.getvalue().encode("utf-8-sig")


def xlsx_of(blank: Blank) -> bytes:
    """Heads frozen, the words of each column to choose from, everything typed kept as text."""
    written = BytesIO()
    with new_book(written) as book:
        text = book.add_format({"num_format": TEXT_FORMAT})
        day = book.add_format({"num_format": DAY_FORMAT})
        bold = book.add_format({"bold": True, "bottom": 1})
        page = book.add_worksheet(blank.name)
        for column in range(len(blank.heads)):
            page.set_column(column, column, COLUMN_WIDTH, day if column in blank.days else text)
        page.write_row(0, 0, blank.heads, bold)
        page.write_row(1, 0, blank.example)
        page.freeze_panes(1, 0)
        _add_choices(page, book.add_worksheet(blank.choices_name), blank, bold)
    return written.getvalue()


def _add_choices(page: "Worksheet", lists: "Worksheet", blank: Blank, bold: "Format") -> None:
    for place, (column, words) in enumerate(blank.choices.items()):
        letter = chr(ord("A") + place)
        lists.set_column(place, place, COLUMN_WIDTH)
        lists.write(0, place, blank.heads[column], bold)
        lists.write_column(1, place, words)
        page.data_validation(
            *(1, column, ROWS_WITH_LISTS, column),
            {
                "validate": "list",
                "source": f"='{blank.choices_name}'!${letter}$2:${letter}${len(words) + 1}",
                "error_type": "information",
            },
        )
