"""A template as a workbook: a worksheet for each table, one for what stands between tables."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from assessments.text import Language
from content.templates import Form, Part, Template
from portal.train.files.grids import write_form
from portal.train.files.looks import Looks
from portal.train.files.pages import Page
from portal.train.files.parts import COLUMNS, write_part
from portal.train.files.style import MADE
from portal.web.spreadsheets.books import new_book

SHEET_NAME = 31
REFUSED = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
"""Signs that spreadsheet programs do not take in the name of a worksheet."""


def book_of(template: Template, language: Language) -> bytes:
    """The bytes of an XLSX file."""
    written = BytesIO()
    with new_book(written) as book:
        book.set_properties({"title": template.title.in_language(language), "created": MADE})
        looks = Looks(book, language)
        for number, parts in enumerate(_worksheets(template), 1):
            heading = parts[0].heading.in_language(language).translate(REFUSED)
            sheet = book.add_worksheet(f"{number} {heading}"[:SHEET_NAME].strip())
            _write(Page(sheet, looks, language), template, parts, is_first=number == 1)
    return written.getvalue()


def _worksheets(template: Template) -> Iterator[tuple[Part, ...]]:
    """Parts that share a worksheet: every table has its own."""
    for is_form, group in groupby(template.parts, lambda part: isinstance(part, Form)):
        parts = tuple(group)
        yield from ((part,) for part in parts) if is_form else (parts,)


def _write(page: Page, template: Template, parts: tuple[Part, ...], *, is_first: bool) -> None:
    first = parts[0]
    widths = [each.width for each in first.columns] if isinstance(first, Form) else COLUMNS
    page.set_up(template.title, widths, is_wide=isinstance(first, Form) and first.landscape)
    page.across(template.title, "title")
    if is_first and template.note:
        page.across(template.note, "note")
    for part in parts:
        _write_one(page, part)
    page.close()


def _write_one(page: Page, part: Part) -> None:
    page.gap()
    page.across(part.heading, "heading")
    if part.note:
        page.across(part.note, "note")
    if isinstance(part, Form):
        page.head(tuple(column.label for column in part.columns))
        page.row = write_form(page.sheet, page.looks, page.language, part, page.row)
    else:
        write_part(page, part)
