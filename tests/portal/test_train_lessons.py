"""A lesson to read: its text in both languages, its self-check, its drills and its file."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.text import Language
from content.drills import drill_of
from content.lessons import Question
from portal.library import training
from tests import builders
from tests.portal.reading import in_language, words_of


@pytest.fixture
def reader(app: Flask, client: FlaskClient) -> FlaskClient:
    return builders.sign_in(client, builders.a_person(app))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("lesson_id", list(training().lessons))
def test_every_lesson_opens_whole_in_both_languages(
    reader: FlaskClient, lesson_id: str, language: Language
) -> None:
    answer = in_language(reader, language).get(f"/train/lessons/{lesson_id}")
    material = training().materials[lesson_id]
    words = words_of(answer.text)
    assert answer.status_code == 200
    assert material.lesson.title.in_language(language) in words
    for section in material.bodies[language].sections:
        assert f'id="{section.name}"' in answer.text
        for heading in section.headings:
            assert " ".join("".join(span.text for span in heading.line).split()) in words
    for sign in material.exercise.signs:
        assert sign.text.in_language(language) in words
    for question in material.check:
        assert question.text.in_language(language) in words


def test_a_lesson_leads_to_the_next_ones_and_to_its_curricula(reader: FlaskClient) -> None:
    page = reader.get("/train/lessons/T31").text
    onwards = page.partition('id="onwards"')[2]
    assert "/train/lessons/T32" in onwards
    assert "/train/curricula/onboarding#" in onwards


@pytest.mark.parametrize(
    "path",
    [
        "/train/lessons/T99",
        "/train/lessons/../T01",
        "/train/lessons/T01/drills",
        "/train/lessons/T01/template/en",
        "/train/lessons/T31/template/fr",
    ],
)
def test_what_is_not_there_is_not_found(reader: FlaskClient, path: str) -> None:
    assert reader.get(path).status_code == 404


def key_of(question: Question, *, is_right: bool) -> str:
    others = (option.id for option in question.options if option.id != question.key)
    return question.key if is_right else next(others)


def test_the_self_check_explains_every_option_of_what_was_answered(reader: FlaskClient) -> None:
    first, second, *others = training().materials["T16"].check
    wrong = key_of(second, is_right=False)
    page = reader.get(f"/train/lessons/T16?q1={first.key}&q2={wrong}").text
    words = words_of(page)
    assert f"1 of {2 + len(others)} right." in words
    assert f"{len(others)} not answered yet." in words
    for option in (*first.options, *second.options):
        assert option.why.en in words
    assert all(option.why.en not in words for question in others for option in question.options)
    assert page.count("Not this one") == 1
    assert page.count(" checked>") == 2


def test_before_the_first_answer_nothing_is_given_away(reader: FlaskClient) -> None:
    page = reader.get("/train/lessons/T16?q1=<script>&q9=a").text
    words = words_of(page)
    assert "The portal does not keep your answers" in words
    assert "is-right" not in page
    for question in training().materials["T16"].check:
        assert all(option.why.en not in words for option in question.options)


def test_drills_begin_with_numbers_of_their_own(reader: FlaskClient) -> None:
    first, second = (reader.get("/train/lessons/T03/drills").location for _ in range(2))
    assert first != second
    assert re.fullmatch(r"/train/lessons/T03/drills\?seed=\d+", first)


def test_a_drill_tells_right_from_wrong_and_says_what_was_forgotten(reader: FlaskClient) -> None:
    drills = training().materials["T03"].drills
    right, wrong = drill_of(drills[0], 8), drill_of(drills[1], 9)
    mistake = wrong.wrong[0]
    asked = {"seed": "7", "a1": f"{right.answer}%", "a2": str(mistake.answer), "a3": "about 4"}
    page = reader.get("/train/lessons/T03/drills", query_string=asked).text
    words = words_of(page)
    assert right.question.en in words
    assert page.count("is-right") == 1
    assert mistake.why.en in words
    assert "Answer with a number, such as 94.5." in words
    assert 'value="about 4"' in page


@pytest.mark.parametrize("seed", ["-1", "x", "99999999999"])
def test_a_seed_that_is_none_is_replaced(reader: FlaskClient, seed: str) -> None:
    assert reader.get(f"/train/lessons/T03/drills?seed={seed}").status_code == 302


def test_a_file_comes_under_its_name_and_in_its_language(reader: FlaskClient) -> None:
    answer = reader.get("/train/lessons/T23/template/ja")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="handover-check-ja.xlsx"'
    assert answer.headers["Cache-Control"] == "no-store"
    texts = ZipFile(BytesIO(answer.data)).read("xl/sharedStrings.xml").decode()
    assert "約束したこと" in texts
    assert reader.get("/train/lessons/T23/template/ja").data == answer.data


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_drill_speaks_of_numbers_and_not_of_choices(
    reader: FlaskClient, language: Language
) -> None:
    address = "/train/lessons/T03/drills?seed=7&a1=1234567"
    page = in_language(reader, language).get(address).text
    (verdict,) = re.findall(r'class="verdict is-wrong">(.*?)</b>', page)
    assert verdict != "Not this one"
    assert "選択肢" not in verdict
