"""The manager's report: the summary, the whole table, and what to talk about."""

import re
from io import BytesIO

import pypdf
import pytest
from flask import Flask

from assessments.agreement import Spread
from assessments.results import Result
from assessments.scoring import as_percent
from assessments.text import Language
from portal.reports.documents import TASKS, TOP
from portal.web.pdf import render
from tests.paper import page_about, person_at, standing, text_of

pytest_plugins = ["tests.demo_portal", "tests.presses"]

CHIKA = "csm@demo.example"


@pytest.fixture
def text(demo_press: Flask) -> str:
    return " ".join(text_of(render(page_about(CHIKA, "manager", "en"))).split())


@pytest.fixture
def result(demo_press: Flask) -> Result:
    return standing(person_at(CHIKA).id, "manager").current.result


def test_it_opens_with_fit_coverage_and_where_the_levels_come_from(
    text: str, result: Result
) -> None:
    assert result.fit is not None
    assert f"Fit {as_percent(result.fit)}%" in text
    assert f"Coverage {as_percent(result.coverage)}%" in text
    assert f"Source of the levels Agreed {len(result.skills)}" in text


def test_the_first_three_of_both_ends_are_named(text: str, result: Result) -> None:
    for line in result.strengths[:TOP]:
        assert f"{line.skill.name.en} {line.level} {line.target:d} " in text
    for gap in result.gaps[:TOP]:
        need, squares = gap.requirement, "■" * gap.level + "□" * gap.size
        figures = f"{need.target:d} {gap.size} {need.weight}% {gap.priority}"
        assert f"{need.skill.name.en} {gap.level:d} {squares} {figures}" in text


def test_every_skill_has_its_line_of_figures(text: str, result: Result) -> None:
    for line in result.skills:
        squares = "■" * (line.level or 0) + "□" * (line.gap or 0)
        figures = f"{squares} {line.target:d} {line.gap} {line.requirement.weight}%"
        assert figures in text


def test_wide_differences_are_shown_with_both_words_and_how_to_talk(
    text: str, result: Result
) -> None:
    wide = result.with_spread(Spread.WIDE)
    assert wide
    for line in wide:
        assert line.by_self
        assert line.by_manager
        assert " ".join(line.by_self.evidence.split()) in text
        assert "Ask for one situation that shows level" in text


def test_the_next_anchors_come_with_a_task_on_the_job(text: str, result: Result) -> None:
    for gap in result.gaps[:TASKS]:
        assert f"{gap.level:d} → {gap.level + 1}" in text
    assert "look back on it together" in text


def test_there_is_room_for_notes_and_both_confirmations(text: str) -> None:
    assert "Notes and confirmation" in text
    assert "Name and signature Date The person The manager" in text


@pytest.mark.parametrize(
    ("email", "language", "heading"),
    [
        ("kurata@demo.example", "ja", "学習計画"),
        ("kiriyama@demo.example", "ja", "学習計画"),
        ("lindqvist@demo.example", "en", "Learning plan"),
    ],
)
def test_the_plan_begins_on_the_page_of_its_heading(
    demo_press: Flask, email: str, language: Language, heading: str
) -> None:
    pages = pypdf.PdfReader(BytesIO(render(page_about(email, "manager", language)))).pages
    texts = [page.extract_text() for page in pages]
    (below,) = (text.partition(heading)[2] for text in texts if heading in text)
    assert re.search(r"\bT\d\d\b", below)
