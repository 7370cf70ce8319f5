"""Kits on paper: a page for each competency, the work sample apart, and clean to the checkers."""

from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdf
import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.text import LANGUAGES, Language
from assessments.work_samples import DataTable
from portal.hire.columns import column_shares
from portal.hire.figures import steps, thousands
from portal.hire.printing import Paper
from portal.library import interviews, library
from portal.web.pdf import render
from tests import builders
from tests.paper import text_of, tight
from tests.portal.hire_papers import paper

pytest_plugins = ["tests.demo_portal", "tests.presses"]

TYPES = list(library().types)
HEADS: dict[Language, str] = {"ja": "観察メモ:", "en": "Notes: what was said"}
LAST_ROW: dict[Language, str] = {"ja": "仮の場面での答え", "en": "Answer to the case"}


def pages_of(pdf: bytes) -> list[str]:
    return [tight(page.extract_text()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TYPES)
def test_a_kit_has_its_front_the_process_and_a_page_for_each_competency(
    demo_press: Flask, type_id: str, language: Language
) -> None:
    kit = interviews().kits[type_id]
    pages = pages_of(render(paper("kit", type_id, language)))
    assert tight(kit.purpose.in_language(language)) in pages[0]
    for step in interviews().process.steps:
        assert tight(step.text.in_language(language)) in pages[1]
    for each, page in zip(kit.competencies, pages[2:8], strict=True):
        for text in (*each.questions.in_order, *each.rubric.anchors, *each.counter_indicators):
            assert tight(text.in_language(language)) in page
        assert tight(HEADS[language]) in page
        assert tight(LAST_ROW[language]) in page
    for area in interviews().fairness.areas:
        assert tight(area.instead.in_language(language)) in pages[9]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TYPES)
def test_the_candidates_sheet_holds_the_assignment_and_nothing_of_the_key(
    demo_press: Flask, type_id: str, language: Language
) -> None:
    sample = interviews().kits[type_id].work_sample
    sheet = "".join(pages_of(render(paper("work_sample", type_id, language))))
    for task in sample.assignment.tasks:
        assert tight(task.in_language(language)) in sheet
    key = sample.key
    secret = (*key.solution, *key.panel, *key.rubric.anchors, *key.good.paragraphs)
    assert [text for text in secret if tight(text.in_language(language)) in sheet] == []


def test_in_the_kit_the_key_never_shares_a_page_with_the_assignment(demo_press: Flask) -> None:
    for type_id in TYPES:
        sample = interviews().kits[type_id].work_sample
        pages = pages_of(render(paper("kit", type_id, "ja")))
        brief = {n for n, page in enumerate(pages) if tight(sample.assignment.brief[0].ja) in page}
        key = {n for n, page in enumerate(pages) if tight(sample.key.good.why.ja) in page}
        assert brief
        assert key
        assert max(brief) < min(key)


@pytest.mark.parametrize(
    ("kind", "type_id", "language"),
    [
        *(("kit", type_id, LANGUAGES[place % 2]) for place, type_id in enumerate(TYPES)),
        *(
            ("work_sample", type_id, LANGUAGES[place % 2 - 1])
            for place, type_id in enumerate(TYPES)
        ),
        ("job", "onboarding", "ja"),
        ("job", "onboarding", "en"),
    ],
)
def test_the_checkers_find_nothing(
    demo_press: Flask, tmp_path: Path, kind: Paper, type_id: str, language: Language
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(render(paper(kind, type_id, language)))
    found = outloud.check(str(path))
    assert [each for each in found.findings if each.severity == "error"] == []
    assert pdfua.validate(str(path)).exit_code == 0
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_same_kit_is_printed_in_the_same_bytes(demo_press: Flask) -> None:
    page = paper("kit", "scale", "en")
    assert render(page) == render(page)


def test_a_job_description_is_printed_as_it_stands_on_the_page(demo_press: Flask) -> None:
    text = tight(text_of(render(paper("job", "onboarding", "en"))))
    assert tight("Customer onboarding specialist (Senior)") in text
    assert tight("Skill map: version 1") in text
    assert tight("Pay range and allowances") in text


def test_papers_come_as_files_named_after_kit_and_day(press: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_manager(press))
    for path, name in (
        ("kit.pdf", "Interview kit_CS leader_"),
        ("work-sample.pdf", "Work sample_CS leader_"),
        ("job.pdf", "Job description_Customer success team leader_"),
    ):
        answer = client.get(f"/hire/kits/leader/{path}?lang=en")
        assert answer.mimetype == "application/pdf"
        assert name in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_figures_are_printed_as_people_write_them() -> None:
    assert steps("312 * 1200 - 140.5 / 2") == "312 × 1,200 − 140.5 ÷ 2"
    assert (thousands("3604"), thousands("0.05"), thousands("12")) == ("3,604", "0.05", "12")


def test_columns_share_the_width_of_the_page() -> None:
    tables = [
        piece
        for kit in interviews().kits.values()
        for piece in kit.work_sample.assignment.material
        if isinstance(piece, DataTable)
    ]
    assert tables
    for table in tables:
        for language in LANGUAGES:
            shares = column_shares(table, language)
            assert sum(shares) == 100
            assert all(10 <= share <= 60 and share % 5 == 0 for share in shares)
