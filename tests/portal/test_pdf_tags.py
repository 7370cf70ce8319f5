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
from portal.reports.printing import Kind
from portal.web.pdf import Renderers, render
from tests.paper import a_page, opened, page_about

pytest_plugins = ["tests.demo_portal", "tests.presses"]

TABLE = (
    '<table><thead><tr><th scope="col">語</th><th scope="col">数</th></tr></thead>'
    '<tbody><tr><th scope="row">重み</th><td>3</td></tr></tbody></table>'
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
        assert all("/Alt" in figure for figure in elements(pdf, "/Figure"))
        assert all("/Headers" in cell.A for cell in elements(pdf, "/TD") if cell.get("/K"))
