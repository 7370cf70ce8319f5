"""Kits on paper: a page for each competency, the work sample apart, and clean to the checkers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from assessments.work_samples import AnswerKey, DataTable, WorkSample
from portal.hire.columns import column_shares
from portal.hire.figures import steps, thousands
from portal.hire.printing import Order, Paper
from portal.library import interviews, library
from portal.web.pdf import render
from portal.web.pdf.papers import laid_out
from tests import builders
from tests.assessments.phrases import texts_in
from tests.demo_facts import TODAY
from tests.paper import text_of, tight
from tests.portal.hire_papers import paper, printed
from tests.portal.reading import words_of

pytest_plugins = ["tests.demo_portal", "tests.noon", "tests.presses"]

TYPES = list(library().types)
HEADS: dict[Language, str] = {"ja": "観察メモ:", "en": "Notes: what was said"}
OUTSIDE: dict[Paper, str] = {"work_sample": "For the candidate", "job": "Job description"}
"""The papers that leave the company, and what they say they are."""
ENOUGH = 15
"""Characters by which a text is known."""
LAST_ROW: dict[Language, str] = {"ja": "仮の場面での答え", "en": "Answer to the case"}


def pages_of(pdf: bytes) -> list[str]:
    return [tight(page.extract_text()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TYPES)
def test_a_kit_has_a_page_for_each_competency_and_the_key_apart_from_the_assignment(
    demo_press: Flask, type_id: str, language: Language
) -> None:
    kit = interviews().kits[type_id]
    pages = pages_of(printed("kit", type_id, language))
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
    given = [tight(each.in_language(language)) for each in texts_in(kit.work_sample.assignment)]
    assignment = places_of("".join(given)[-ENOUGH:], pages)
    key = places_of(tight(kit.work_sample.key.panel[0].in_language(language))[:ENOUGH], pages)
    assert assignment
    assert key
    assert max(assignment) < min(key)


def places_of(words: str, pages: Sequence[str]) -> list[int]:
    return [place for place, page in enumerate(pages) if words in page]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TYPES)
def test_the_candidates_sheet_holds_the_assignment_and_nothing_of_the_key(
    demo_press: Flask, type_id: str, language: Language
) -> None:
    sample = interviews().kits[type_id].work_sample
    shown = "".join(pages_of(printed("work_sample", type_id, language)))
    unbroken = tight(words_of(paper("work_sample", type_id, language)))
    for task in sample.assignment.tasks:
        assert tight(task.in_language(language)) in shown
    secret = (*key_in(sample.key, language), *workings_in(sample, language))
    assert len(secret) > 30
    assert [each for each in secret if each in shown or each in unbroken] == []


def key_in(key: AnswerKey, language: Language) -> Iterator[str]:
    """Every phrase of the key but its workings."""
    phrases = (*key.panel, *key.solution, *key.rubric.anchors)
    for phrase in (
        *phrases,
        *key.good.paragraphs,
        key.good.why,
        *key.weak.paragraphs,
        key.weak.why,
    ):
        yield tight(phrase.in_language(language))


def workings_in(sample: WorkSample, language: Language) -> Iterator[str]:
    """Names and steps of the workings, but for words that the assignment has as well."""
    given = "".join(tight(each.in_language(language)) for each in texts_in(sample.assignment))
    for each in sample.key.workings:
        shown = steps(each.steps) if each.steps else ", ".join(each.found)
        for text in (tight(each.name.in_language(language)), tight(shown)):
            if text not in given:
                yield text


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
    path.write_bytes(printed(kind, type_id, language))
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


@pytest.mark.parametrize("raters", [3, 10])
def test_the_record_has_room_for_as_many_raters_as_the_rule_allows(
    demo_press: Flask, tmp_path: Path, raters: int
) -> None:
    known = interviews()
    rule = replace(known.process.rule, most_raters=raters)
    made = render(
        laid_out(
            "documents/kit.html",
            "en",
            order=Order("en", TODAY, "Aya Abe"),
            kit=known.kits["scale"],
            process=replace(known.process, rule=rule),
            fairness=known.fairness,
        )
    )
    record = next(page for page in pages_of(made) if "Recordofthepanel" in page)
    letters = "ABCDEFGHIJ"
    assert [each for each in letters if f"{each}first{each}final" in record] == [*letters[:raters]]
    assert [each for each in letters if f"Interviewer{each}" in record] == [*letters[:raters]]
    path = tmp_path / "kit.pdf"
    path.write_bytes(made)
    assert pdfua.validate(str(path)).exit_code == 0


@pytest.mark.parametrize(("kind", "subject"), OUTSIDE.items())
def test_what_outsiders_get_names_nobody_inside(
    demo_press: Flask, kind: Paper, subject: str
) -> None:
    made = printed(kind, "onboarding", "en")
    facts = pypdf.PdfReader(BytesIO(made)).metadata
    assert facts
    assert (facts.author, facts.subject) == ("CSM Skill Portal", subject)
    assert b"Aya Abe" not in made
    assert "Aya Abe" not in text_of(made)


@pytest.mark.usefixtures("noon")
def test_papers_come_as_files_named_after_kit_and_day(press: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_manager(press))
    for path, name in (
        ("kit.pdf", "Interview kit_CS leader_"),
        ("work-sample.pdf", "Work sample_CS leader_"),
        ("job.pdf", "Job description_Customer success team leader_"),
    ):
        answer = client.get(f"/hire/kits/leader/{path}?lang=en")
        assert answer.mimetype == "application/pdf"
        assert f"{name}{TODAY}.pdf" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_where_no_pdf_can_be_made_the_page_says_so(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_manager(app))
    (app.config["PORTAL"].data_dir / "fonts.conf").mkdir()
    answer = client.get("/hire/kits/scale/kit.pdf?lang=en")
    assert answer.status_code == 503
    assert "portal doctor" in answer.text


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
