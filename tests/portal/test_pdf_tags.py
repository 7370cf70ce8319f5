"""Tagged PDFs: what a screen reader is told, and what two checkers find."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pdfua
import pikepdf
import pytest
from flask import Flask

from assessments.text import Language
from portal.hire.printing import Paper
from portal.reports.printing import Kind
from portal.web.pdf import Renderers, render
from tests.paper import a_page, opened, page_about
from tests.portal.hire_papers import paper

pytest_plugins = ["tests.demo_portal", "tests.presses"]

TABLE = (
    '<table><thead><tr><th scope="col">語</th><th scope="col">数</th></tr></thead>'
    '<tbody><tr><th scope="row">重み</th><td>3</td></tr></tbody></table>'
)
PAIRS = (
    '<table><tbody><tr><th scope="row">Name</th><td>Hana</td>'
    '<th scope="row">Time</th><td>30 min</td></tr></tbody></table>'
)
RUNNING = "<style>@page { @bottom-left { content: 'running foot' } }</style>"


def elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """The structure elements of one kind, in reading order."""
    return [each for each in _below(pdf.Root.StructTreeRoot) if each.get("/S") == kind]


def _below(element: Any) -> Iterator[Any]:
    yield element
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _below(kid)


def test_a_head_cell_says_whether_it_heads_its_column_or_its_row(renderers: Renderers) -> None:
    pdf = opened(renderers.print(a_page(TABLE)))
    heads = elements(pdf, "/TH")
    assert [str(each.A.Scope) for each in heads] == ["/Column", "/Column", "/Row"]


def heads_of_cells(pdf: pikepdf.Pdf) -> list[list[int]]:
    """By cell in reading order: which of the heads, counted in reading order, are its own."""
    places = {str(head.ID): place for place, head in enumerate(elements(pdf, "/TH"))}
    cells = elements(pdf, "/TD")
    return [[places[str(each)] for each in cell.A.Headers] for cell in cells]


def test_a_cell_names_the_heads_of_its_row_and_its_column(renderers: Renderers) -> None:
    assert heads_of_cells(opened(renderers.print(a_page(TABLE)))) == [[2, 1]]


def test_in_a_row_of_pairs_each_value_names_its_own_label(renderers: Renderers) -> None:
    assert heads_of_cells(opened(renderers.print(a_page(PAIRS)))) == [[0], [1]]


def test_running_heads_are_artifacts_and_hang_on_no_branch(renderers: Renderers) -> None:
    pdf = opened(renderers.print(a_page("<p>text</p>", head=RUNNING)))
    content = pikepdf.parse_content_stream(pdf.pages[0])
    paginated = [
        each for each in content if str(each.operator) == "BDC" and "/Type" in each.operands[1]
    ]
    assert {str(each.operands[1].Type) for each in paginated} == {"/Pagination"}
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    hanging = {each.objgen for each in _below(pdf.Root.StructTreeRoot)}
    assert {each.objgen for each in owners if isinstance(each, pikepdf.Dictionary)} <= hanging


@pytest.mark.parametrize("kind", ["kit", "work_sample", "job"])
def test_a_paper_of_hiring_has_one_first_heading(demo_press: Flask, kind: Paper) -> None:
    assert len(elements(opened(render(paper(kind, "growth", "en"))), "/H1")) == 1


def test_the_work_sample_says_how_much_time_there_is(demo_press: Flask) -> None:
    pdf = opened(render(paper("work_sample", "growth", "en")))
    assert heads_of_cells(pdf)[:2] == [[0], [1]]


def test_a_pdf_says_its_language_title_and_that_it_is_tagged(renderers: Renderers) -> None:
    pdf = opened(renderers.print(a_page("<p>text</p>", language="en")))
    assert pdf.Root.Lang == "en"
    assert pdf.docinfo["/Title"] == "見本"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.open_metadata()["pdfuaid:part"] == "1"


@pytest.mark.parametrize(
    ("kind", "language", "email"),
    [
        ("growth", "ja", "csm@demo.example"),
        ("growth", "en", "vasquez@demo.example"),
        ("manager", "ja", "vasquez@demo.example"),
        ("manager", "en", "csm@demo.example"),
    ],
)
def test_the_checkers_find_no_error_in_a_report(
    kind: Kind, language: Language, email: str, demo_press: Flask, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render(page_about(email, kind, language)))
    found = outloud.check(str(path))
    assert (found.error, found.errors) == (None, 0), found.findings
    assert pdfua.validate(str(path)).exit_code == 0
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(elements(pdf, "/H1")) == 1
        assert all("/Alt" in figure for figure in elements(pdf, "/Figure"))
        assert all("/Headers" in cell.A for cell in elements(pdf, "/TD") if cell.get("/K"))
