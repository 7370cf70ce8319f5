"""Tables as files that open in Excel and hold text as text, never as a formula."""

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from portal.team.tables import Table, Value
from portal.web.spreadsheets.books import new_book
from portal.web.spreadsheets.guarding import guarded

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


WIDEST = 40
LIGHTEST, DEEPEST = "#F3F3F8", "#8492D3"
"""Ends of the colour scale: dark figures stay readable on both."""


def csv_file(table: Table) -> bytes:
    """The table as Excel reads it by a double click: UTF-8 with a mark, commas, CRLF."""
    written = StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([guarded(head) for head in table.heads])
    writer.writerows([_as_csv(value) for value in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def xlsx_file(tables: Sequence[Table]) -> bytes:
    """The tables as sheets of one workbook, heads frozen, levels shaded."""
    written = BytesIO()
    with new_book(written) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for table in tables:
            page = book.add_worksheet(table.name)
            page.write_row(0, 0, table.heads, bold)
            for number, row in enumerate(table.rows, start=1):
                for column, value in enumerate(row):
                    page.write(number, column, value, day if isinstance(value, date) else None)
            _lay_out(page, table)
    return written.getvalue()


def _as_csv(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)


def _lay_out(page: "Worksheet", table: Table) -> None:
    columns = [table.heads, *table.rows]
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    page.set_landscape()
    page.repeat_rows(0)
    for column in range(len(table.heads)):
        if table.levels_from is None or column < table.levels_from:
            page.set_column(column, column, _width([row[column] for row in columns]))
    if table.levels_from is not None:
        scale = {"type": "2_color_scale", "min_color": LIGHTEST, "max_color": DEEPEST}
        bounds = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": 5}
        last = (len(table.rows), len(table.heads) - 1)
        page.conditional_format(1, table.levels_from, *last, scale | bounds)


def _width(values: Sequence[Value]) -> int:
    """Wide letters count twice."""
    longest = max(len(str(value or "").encode("cp932", "replace")) for value in values)
    return min(longest, WIDEST) + 3
