"""A template as a workbook: one worksheet for each part, each tidy on A4."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from assessments.text import Language, Text
from content.templates import Checks, Fields, Form, Part, Prose, Template
from portal.train.files.grids import write_form
from portal.train.files.looks import Looks
from portal.web.spreadsheets.books import new_book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
LINE = 18
"""Points of height that a written line takes."""

MARGINS = {"left": 0.7, "right": 0.5, "top": 0.6, "bottom": 0.7}
MADE = datetime(2026, 1, 1)  # noqa: DTZ001 (a file says when it was made without a zone)
SHEET_NAME = 31
FIELD = (26, 56)
CHECK = (5, 46, 31)
PROSE = (60, 22)
"""Two columns, merged: a single one is never scaled to the page."""

BOX = "☐"
NOTES = Text("メモ", "Notes")
DONE = Text("済", "Done")
POINT = Text("確認すること", "Point")


def book_of(template: Template, language: Language) -> bytes:
    """The bytes of an XLSX file."""
    written = BytesIO()
    with new_book(written) as book:
        book.set_properties({"title": template.title.in_language(language), "created": MADE})
        looks = Looks(book, language)
        for name, part in zip(_names(template, language), template.parts, strict=True):
            _write(_Page(book.add_worksheet(name), looks, language), template, part)
    return written.getvalue()


class _Page:
    """One worksheet and how far down it is filled."""

    def __init__(self, sheet: "Worksheet", looks: Looks, language: Language) -> None:
        self.sheet, self.looks, self.language = sheet, looks, language
        self.row = 0

    def told(self, text: Text) -> str:
        return text.in_language(self.language)

    def across(self, text: Text, look: str, last: int, width: int) -> None:
        """One text over all columns, as high as it needs."""
        words = self.told(text)
        self.sheet.set_row(self.row, LINE * self.looks.lines(words, width) * _SCALE.get(look, 1))
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, words, self.looks[look])
        else:
            self.sheet.write_string(self.row, 0, words, self.looks[look])
        self.row += 1


_SCALE = {"title": 1.5, "heading": 1.3}


def _names(template: Template, language: Language) -> Iterable[str]:
    """Names of worksheets: short, without signs that spreadsheet programs refuse, each once."""
    for number, part in enumerate(template.parts, 1):
        plain = "".join("・" if sign in "[]:*?/\\'" else sign for sign in part.heading.ja)
        heading = plain if language == "ja" else _plain(part.heading.en)
        yield f"{number} {heading}"[:SHEET_NAME].strip()


def _plain(words: str) -> str:
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in words)


def _write(page: _Page, template: Template, part: Part) -> None:
    widths = _widths(part)
    for column, width in enumerate(widths):
        page.sheet.set_column(column, column, width)
    last = len(widths) - 1
    is_wide = isinstance(part, Form) and part.landscape
    _set_up(page, template, is_wide)
    total = sum(widths)
    page.across(template.title, "title", last, total * 2 // 3)
    if template.note and part is template.parts[0]:
        page.across(template.note, "note", last, total)
    page.across(part.heading, "heading", last, total)
    if part.note:
        page.across(part.note, "note", last, total)
    page.row += 1
    _fill(page, part, widths)
    page.sheet.print_area(0, 0, page.row - 1, last)


def _widths(part: Part) -> tuple[int, ...]:
    match part:
        case Form(columns=columns):
            return tuple(column.width for column in columns)
        case Fields():
            return FIELD
        case Checks():
            return CHECK
        case Prose():
            return PROSE


def _set_up(page: _Page, template: Template, is_wide: bool) -> None:
    sheet = page.sheet
    sheet.set_paper(A4)
    if is_wide:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**MARGINS)
    sheet.hide_gridlines(2)
    title = page.told(template.title).replace("&", "&&")
    sheet.set_footer(f"&L&8{title}&R&8&P / &N")


def _fill(page: _Page, part: Part, widths: tuple[int, ...]) -> None:
    match part:
        case Fields(fields=fields):
            for field in fields:
                label = page.told(field.label)
                hint = f"\n{page.told(field.hint)}" if field.hint else ""
                needed = page.looks.lines(label + hint, widths[0])
                page.sheet.set_row(page.row, LINE * max(field.lines, needed) + 6)
                page.looks.write_label(page.sheet, page.row, label, hint)
                page.sheet.write_blank(page.row, 1, None, page.looks["entry"])
                page.row += 1
        case Checks(items=items):
            _head(page, (DONE, POINT, NOTES))
            for item in items:
                text = page.told(item.text)
                hint = f"\n{page.told(item.hint)}" if item.hint else ""
                needed = page.looks.lines(text + hint, widths[1])
                page.sheet.set_row(page.row, LINE * needed + 8)
                page.sheet.write_string(page.row, 0, BOX, page.looks["box"])
                page.looks.write_point(page.sheet, page.row, text, hint)
                page.sheet.write_blank(page.row, 2, None, page.looks["entry"])
                page.row += 1
        case Prose(paragraphs=paragraphs):
            for paragraph in paragraphs:
                page.across(paragraph, "prose", len(widths) - 1, sum(widths))
        case Form():
            _head(page, tuple(column.label for column in part.columns))
            page.row = write_form(page.sheet, page.looks, page.language, part, page.row)


def _head(page: _Page, labels: tuple[Text, ...]) -> None:
    """The heads of a table, printed again on every page."""
    page.sheet.repeat_rows(page.row)
    page.sheet.freeze_panes(page.row + 1, 0)
    for column, label in enumerate(labels):
        page.sheet.write_string(page.row, column, page.told(label), page.looks["head"])
    page.row += 1
