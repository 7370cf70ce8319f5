"""Files to fill in: every one opens in an office program, tidy on A4, with formulas that work."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import east_asian_width
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from assessments.text import LANGUAGES, Language
from content.formulas import formula_of
from content.templates import Column, ColumnKind, Form, Template, TemplateKind
from portal.library import training
from portal.train.files import file_of
from tests.offices import printed

LEAST_LINE = 12
"""Points of height of a line of the smallest type."""

A4 = {(595, 842), (842, 595)}
TEMPLATES = {
    lesson_id: template
    for lesson_id in training().lessons
    if (template := training().materials[lesson_id].template)
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every form in both languages as an office program prints it, by name of the file."""
    folder = tmp_path_factory.mktemp("forms")
    for lesson_id, template in TEMPLATES.items():
        for language in LANGUAGES:
            made = file_of(template, language)
            (folder / f"{lesson_id}-{made.name}").write_bytes(made.content)
    return {paper.stem: paper for paper in printed(folder)}


def test_every_form_opens_in_an_office_program_and_prints_on_a4(papers: dict[str, Path]) -> None:
    assert len(papers) == len(TEMPLATES) * len(LANGUAGES)
    for name, paper in papers.items():
        for page in PdfReader(paper).pages:
            assert (round(page.mediabox.width), round(page.mediabox.height)) in A4, name


def test_every_title_and_heading_is_printed(papers: dict[str, Path]) -> None:
    for lesson_id, template in TEMPLATES.items():
        for language in LANGUAGES:
            name = f"{lesson_id}-{template.name}-{language}"
            said = "".join(_words(papers[name]))
            for words in _labels(template, language):
                assert "".join(words.split()) in said, (name, words)


def _words(paper: Path) -> Iterator[str]:
    for page in PdfReader(paper).pages:
        yield from page.extract_text().split()


def _labels(template: Template, language: Language) -> Iterator[str]:
    yield template.title.in_language(language)
    for part in template.parts:
        yield part.heading.in_language(language)


def a_form(kind: TemplateKind, **columns: Column) -> Template:
    template = TEMPLATES["T23"]
    form = next(part for part in template.parts if isinstance(part, Form))
    parts = (replace(form, columns=tuple(columns.values()), rows=({"price": 3},), blank=2),)
    return replace(template, kind=kind, parts=parts)


def a_column(name: str, **values: object) -> Column:
    column = next(part for part in TEMPLATES["T23"].parts if isinstance(part, Form)).columns[0]
    return replace(column, id=name, kind=ColumnKind.NUMBER, **values)  # type: ignore[arg-type]


def test_a_computed_column_shows_nothing_until_its_row_is_filled(tmp_path: Path) -> None:
    template = a_form(
        TemplateKind.SHEET,
        price=a_column("price"),
        times=a_column("times"),
        cost=a_column("cost", formula=formula_of("{price} * {times} / 2"), total=True),
    )
    book = load_workbook(BytesIO(file_of(template, "en").content))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    formulas = [str(row[2]) for row in rows if str(row[2]).startswith("=")]
    assert len(formulas) == 4
    assert formulas[0].startswith("=IFERROR(IF(AND(A")
    assert "* B" in formulas[0]
    assert formulas[-1].startswith("=SUM(C")


def test_text_that_looks_like_a_formula_stays_text() -> None:
    template = replace(TEMPLATES["T23"], title=replace(TEMPLATES["T23"].title, en="=1+1"))
    sheet = load_workbook(BytesIO(file_of(template, "en").content)).worksheets[0]
    assert sheet["A1"].data_type == "s"


def test_a_document_numbers_its_pages_and_says_its_language() -> None:
    template = next(each for each in TEMPLATES.values() if each.kind is TemplateKind.DOCUMENT)
    for language, tag in (("ja", "ja-JP"), ("en", "en-GB")):
        made = file_of(template, "ja" if language == "ja" else "en")
        paper = Document(BytesIO(made.content))
        assert "PAGE" in paper.sections[0].footer._element.xml
        assert f'w:val="{tag}"' in paper.styles["Normal"].element.xml
        assert paper.core_properties.title == template.title.in_language(
            "ja" if language == "ja" else "en"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_as_high_as_their_words(language: Language) -> None:
    for lesson_id, template in TEMPLATES.items():
        if template.kind is TemplateKind.SHEET:
            book = load_workbook(BytesIO(file_of(template, language).content))
            for sheet in book:
                assert not list(_too_low(sheet)), (lesson_id, sheet.title)


def _too_low(sheet: Worksheet) -> Iterator[str]:
    """Cells whose words need more lines than their row has room for."""
    merged = {area.start_cell.coordinate: area for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row or 1].height or 15
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith("="):
                area = merged.get(cell.coordinate)
                last = area.max_col if area else cell.column
                places = range(cell.column, last + 1)
                width = sum(
                    sheet.column_dimensions[get_column_letter(each)].width for each in places
                )
                if _breadth(cell.value) / width * LEAST_LINE > height:
                    yield cell.coordinate


def _breadth(words: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_a_file_says_nothing_of_the_hour_it_was_made(kind: TemplateKind) -> None:
    template = next(each for each in TEMPLATES.values() if each.kind is kind)
    made = file_of(template, "en")
    packed = ZipFile(BytesIO(made.content)).infolist()
    assert {part.date_time for part in packed} == {(1980, 1, 1, 0, 0, 0)}
    assert file_of(template, "en") == made
