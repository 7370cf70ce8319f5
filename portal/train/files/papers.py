"""A template as a text document: one part after another on A4."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.shared import Mm
from docx.table import Table, _Cell

from assessments.text import Language, Text
from content.templates import Cell, Checks, Column, Fields, Form, Part, Prose, Template
from portal.train.files.paper_styles import (
    new_paper,
    number_pages,
    pad,
    repeat_head,
    shade,
)
from portal.train.files.style import MADE, NOTES, POINTS, TICK

WIDTH = 174.0
"""Millimetres between the margins."""

LINE = 8.0
"""Millimetres of height of a written line."""

FIELD = (0.32, 0.68)
CHECK = (0.07, 0.55, 0.38)


def paper_of(template: Template, language: Language) -> bytes:
    """The bytes of a DOCX file."""
    paper = new_paper(language)
    paper.core_properties.title = template.title.in_language(language)
    paper.core_properties.created = paper.core_properties.modified = MADE
    paper.add_paragraph(template.title.in_language(language), "Title")
    number_pages(paper, template.title.in_language(language))
    if template.note:
        paper.add_paragraph(template.note.in_language(language), "Note")
    for part in template.parts:
        _write(_Paper(paper, language), part)
    written = BytesIO()
    paper.save(written)
    return _undated(written)


def _undated(written: BytesIO) -> bytes:
    """The same file without the hour at which each of its parts was packed."""
    packed = BytesIO()
    with ZipFile(written) as dated, ZipFile(packed, "w", ZIP_DEFLATED) as undated:
        for part in dated.infolist():
            undated.writestr(ZipInfo(part.filename), dated.read(part), ZIP_DEFLATED)
    return packed.getvalue()


class _Paper:
    """The document and the language it is in."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document, self.language = document, language

    def told(self, text: Text | None) -> str:
        return text.in_language(self.language) if text else ""

    def table(self, shares: Sequence[float], rows: int) -> Table:
        """An empty table with columns of these shares of the page."""
        table: Table = self.document.add_table(rows, len(shares), "Table Grid")
        table.autofit = False
        pad(table)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(WIDTH * share)
            for cell in column.cells:
                cell.width = Mm(WIDTH * share)
        return table


def _write(paper: _Paper, part: Part) -> None:
    paper.document.add_heading(paper.told(part.heading), 1)
    if part.note:
        paper.document.add_paragraph(paper.told(part.note), "Note")
    match part:
        case Fields():
            _write_fields(paper, part)
        case Checks():
            _write_checks(paper, part)
        case Prose():
            for paragraph in part.paragraphs:
                paper.document.add_paragraph(paper.told(paragraph))
        case Form():
            _write_form(paper, part)


def _write_fields(paper: _Paper, part: Fields) -> None:
    table = paper.table(FIELD, len(part.fields))
    for row, field in zip(table.rows, part.fields, strict=True):
        row.height = Mm(LINE * field.lines)
        label = row.cells[0]
        shade(label)
        _say(label, paper.told(field.label), paper.told(field.hint), is_strong=True)


def _write_checks(paper: _Paper, part: Checks) -> None:
    table = paper.table(CHECK, len(part.items) + 1)
    _head(table, ("", paper.told(POINTS), paper.told(NOTES)))
    for row, item in zip(table.rows[1:], part.items, strict=True):
        row.cells[0].text = TICK
        _say(row.cells[1], paper.told(item.text), paper.told(item.hint), is_strong=False)


def _write_form(paper: _Paper, part: Form) -> None:
    whole = sum(column.width for column in part.columns)
    shares = [column.width / whole for column in part.columns]
    table = paper.table(shares, 1 + len(part.rows) + part.blank)
    _head(table, [paper.told(column.label) for column in part.columns])
    for row, cells in zip(table.rows[1:], part.rows, strict=False):
        for place, column in zip(row.cells, part.columns, strict=True):
            place.text = _shown(paper, column, cells.get(column.id))
    for row in table.rows[1 + len(part.rows) :]:
        row.height = Mm(LINE * 4 / 3)
        for place, column in zip(row.cells, part.columns, strict=True):
            _offer(paper, place, column)


def _offer(paper: _Paper, place: _Cell, column: Column) -> None:
    """On paper one chooses by a circle: the choices stand in every empty row."""
    if column.choices:
        place.text = " / ".join(paper.told(choice) for choice in column.choices)


def _shown(paper: _Paper, column: Column, cell: Cell | None) -> str:
    if cell is None:
        return " / ".join(paper.told(choice) for choice in column.choices)
    return paper.told(cell) if isinstance(cell, Text) else f"{cell:,}"


def _head(table: Table, labels: Sequence[str]) -> None:
    repeat_head(table)
    for cell, label in zip(table.rows[0].cells, labels, strict=True):
        shade(cell)
        _say(cell, label, "", is_strong=True)


def _say(cell: _Cell, words: str, hint: str, *, is_strong: bool) -> None:
    cell.paragraphs[0].add_run(words).bold = is_strong
    if hint:
        cell.add_paragraph(hint, "Note")
