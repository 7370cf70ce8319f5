"""Kits on screen: whole in both languages, for managers and administrators alone."""

import html
from dataclasses import replace

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from assessments.question_linter import QUESTION_LIMIT
from assessments.text import LANGUAGES, Language
from portal.hire.forms import MOST_QUESTIONS, TEXT_LIMIT
from portal.library import interviews, library
from tests import builders
from tests.portal.queries import counted
from tests.portal.reading import in_language, words_of

TYPES = list(library().types)


@pytest.fixture
def manager(app: Flask, client: FlaskClient) -> FlaskClient:
    return builders.sign_in(client, builders.a_manager(app))


def cut_at_textarea(page: str) -> tuple[str, str, str]:
    """The page before the words in its one text area, these words, and the page after them."""
    before, _start, rest = page.partition("<textarea")
    words, _end, after = rest.partition(">")[2].partition("</textarea>")
    assert "<textarea" not in after
    return before, words, after


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TYPES)
def test_every_kit_opens_whole_in_both_languages(
    manager: FlaskClient, type_id: str, language: Language
) -> None:
    answer = in_language(manager, language).get(f"/hire/kits/{type_id}")
    words, kit = words_of(answer.text), interviews().kits[type_id]
    assert answer.status_code == 200
    for each in kit.competencies:
        assert f'id="{each.skill.id}"' in answer.text
        for text in (*each.questions.in_order, *each.rubric.anchors, *each.counter_indicators):
            assert " ".join(text.in_language(language).split()) in words
    key = kit.work_sample.key
    for text in (*kit.pitfalls, *key.solution, *key.rubric.anchors, key.good.why, key.weak.why):
        assert " ".join(text.in_language(language).split()) in words
    for piece in kit.work_sample.assignment.material:
        assert piece.title.in_language(language) in words


def test_the_first_page_leads_to_every_kit_and_job(manager: FlaskClient) -> None:
    page = manager.get("/hire/").text
    for type_id in TYPES:
        assert f'href="/hire/kits/{type_id}"' in page
        assert f'href="/hire/kits/{type_id}/job"' in page


def test_a_csm_sees_neither_kits_nor_the_way_to_them(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_person(app))
    for path in ("/hire/", "/hire/process", "/hire/kits/scale", "/hire/kits/scale/kit.pdf"):
        assert client.get(path).status_code == 404
    assert "/hire/" not in client.get("/maps/scale").text


def test_a_map_leads_to_its_kit(manager: FlaskClient) -> None:
    assert 'href="/hire/kits/scale"' in manager.get("/maps/scale").text


def test_a_type_that_there_is_not_has_no_kit(manager: FlaskClient) -> None:
    for path in ("", "/job", "/job.pdf", "/kit.pdf", "/work-sample.pdf"):
        assert manager.get(f"/hire/kits/butler{path}").status_code == 404


def test_the_printed_rule_has_the_thresholds_of_the_data(manager: FlaskClient) -> None:
    words = words_of(manager.get("/hire/process").text)
    assert "Not recommended The overall score is below 3.0" in words
    assert "Hold The overall score is below 3.3" in words
    assert "2 or more points apart" in words


def test_the_pages_name_the_numbers_of_the_data(app: Flask, manager: FlaskClient) -> None:
    process, sample = interviews().process, interviews().kits["scale"].work_sample
    assert f"{len(process.steps)} steps" in words_of(manager.get("/hire/process").text)
    larger = replace(process, rule=replace(process.rule, fewest_raters=3, most_raters=7))
    values = {"kit": interviews().kits["scale"], "sample": sample, "process": larger}
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert "Each of 3 to 7 interviewers" in render_template("hire/outline.html", **values)


def test_questions_are_judged_line_by_line_with_reason_and_what_to_ask_instead(
    manager: FlaskClient,
) -> None:
    typed = "Are you married?\r\n\r\nWhat is the denominator of churn?"
    answer = manager.post("/hire/fair-questions", data={"questions": typed})
    words, areas = words_of(answer.text), interviews().fairness.areas
    area = next(each for each in areas if each.id == "marriage")
    assert "1 of 2 questions contain words to watch" in words
    assert "Found: married " in words
    assert area.instead.en in words
    assert "Nothing found." in words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter at least one question."),
        (" \n ", "Enter at least one question."),
        (
            "x\n" + "x" * (QUESTION_LIMIT + 1),
            "Keep question 2 to 2000 characters or fewer (now 2001)",
        ),
        ("x" + "\n" * TEXT_LIMIT + "x", "Keep this to 60,030 characters or fewer (now 60,032)"),
        ("\x00age", "invisible control characters"),
        ("x\n" * 31, "Check 30 questions at a time (now 31)."),
    ],
)
def test_what_cannot_be_judged_is_said_and_kept(
    manager: FlaskClient, typed: str, said: str
) -> None:
    answer = manager.post("/hire/fair-questions", data={"questions": typed})
    assert answer.status_code == 422
    assert said in words_of(answer.text)
    assert html.unescape(cut_at_textarea(answer.text)[1]).strip() == typed.strip()
    assert "words to watch" not in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_id", TYPES)
def test_as_many_questions_as_the_page_promises_can_be_checked_at_once(
    manager: FlaskClient, type_id: str, language: Language
) -> None:
    competencies = interviews().kits[type_id].competencies
    asked = [
        text.in_language(language) for each in competencies for text in each.questions.in_order
    ]
    typed = "\n".join((asked * 2)[:MOST_QUESTIONS])
    answer = in_language(manager, language).post("/hire/fair-questions", data={"questions": typed})
    assert answer.status_code == 200
    assert answer.text.count('<p class="preserve">') == MOST_QUESTIONS


def test_as_many_questions_as_may_be_can_all_be_as_long_as_may_be(manager: FlaskClient) -> None:
    typed = "\r\n".join(["あ" * QUESTION_LIMIT] * MOST_QUESTIONS)
    answer = manager.post("/hire/fair-questions", data={"questions": typed})
    assert answer.status_code == 200
    assert answer.text.count('<p class="preserve">') == MOST_QUESTIONS


def test_nothing_is_refused_before_anything_is_asked(manager: FlaskClient) -> None:
    for answer in (manager.get("/hire/fair-questions"), manager.head("/hire/fair-questions")):
        assert answer.status_code == 200
        assert "Enter at least one question." not in answer.text


def test_a_question_cannot_bring_markup_along(manager: FlaskClient) -> None:
    typed = "<script>alert(1)</script> & your religion?"
    answer = manager.post("/hire/fair-questions", data={"questions": typed})
    assert "<script>alert" not in answer.text
    assert "1 of 1 questions contain" in answer.text


def test_a_job_follows_band_and_added_duties(manager: FlaskClient) -> None:
    usual = words_of(manager.get("/hire/kits/onboarding/job").text)
    senior = words_of(manager.get("/hire/kits/onboarding/job?band=senior&overlay=ov_partner").text)
    assert "Customer onboarding specialist (Senior)" in senior
    assert "Customer onboarding specialist (Senior)" not in usual
    odd = words_of(manager.get("/hire/kits/onboarding/job?band=boss&overlay=none").text)
    assert odd == usual


def test_the_text_to_copy_is_what_the_page_says(manager: FlaskClient) -> None:
    page = manager.get("/hire/kits/leader/job").text
    before, copied, after = cut_at_textarea(page)
    said = words_of(before + after)
    for line in html.unescape(copied).splitlines():
        assert " ".join(line.removeprefix("- ").removesuffix(": ").split()) in said


def test_a_kit_costs_no_query_of_its_own(app: Flask, manager: FlaskClient) -> None:
    with app.app_context(), counted() as statements:
        manager.get("/hire/kits/scale")
    assert statements
    assert [each for each in statements if "skill_maps" in each or "rounds" in each] == []
