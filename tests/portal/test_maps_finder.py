"""The type finder as a page: six questions, a type with its points, or a human's decision."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import builders

KEYS = ("volume", "difficulty", "churn_risk", "means", "span", "lead")
TECH = ("many", "hard", "high", "enquiries", "whole", "no")
GROWTH = ("middle", "easy", "low", "dialogue", "growth", "no")
TIE = ("few", "easy", "high", "one_to_many", "growth", "no")


@pytest.fixture
def reader(app: Flask, client: FlaskClient) -> FlaskClient:
    return builders.sign_in(client, builders.a_person(app))


def found(client: FlaskClient, answers: tuple[str, ...]) -> str:
    page = client.get("/maps/finder", query_string=dict(zip(KEYS, answers, strict=True)))
    assert page.status_code == 200
    return page.text


def points(page: str) -> list[tuple[str, int]]:
    rows = re.findall(r'href="/maps/(\w+)">[^<]*</a></th><td class="number">(\d+)</td>', page)
    return [(type_id, int(number)) for type_id, number in rows]


def test_the_first_look_asks_and_finds_nothing(reader: FlaskClient) -> None:
    page = reader.get("/maps/finder").text
    assert page.count("<fieldset") == 6
    assert "Points of each type" not in page
    assert "Please check" not in page


@pytest.mark.parametrize(
    ("answers", "best"),
    [(TECH, [("tech_support", 7), ("all_rounder", 4)]), (GROWTH, [("growth", 7)])],
)
def test_the_examples_of_the_field_find_their_type(
    reader: FlaskClient, answers: tuple[str, ...], best: list[tuple[str, int]]
) -> None:
    page = found(reader, answers)
    assert points(page)[: len(best)] == best
    assert len(points(page)) == 8
    assert f'<a class="button button-primary" href="/maps/{best[0][0]}">' in page


def test_equal_points_are_left_to_a_human(reader: FlaskClient) -> None:
    page = found(reader, TIE)
    first, second = points(page)[:2]
    assert first[1] == second[1]
    assert "The points do not decide" in page
    assert "Read this map" not in page


def test_the_answers_stay_so_that_one_can_be_changed(reader: FlaskClient) -> None:
    assert found(reader, TECH).count(" checked ") == 6


def test_a_form_sent_without_any_answer_is_told_so(reader: FlaskClient) -> None:
    page = reader.get("/maps/finder").text
    assert '<button type="submit" class="button button-primary" name="asked" value="1">' in page
    assert reader.get("/maps/finder?asked=1").text.count("Choose one of the answers.") == 12


@pytest.mark.parametrize("wrong", ["", "perhaps", "\x00", "many'"])
def test_a_question_without_a_proper_answer_is_named(reader: FlaskClient, wrong: str) -> None:
    page = found(reader, (wrong, *TECH[1:]))
    assert page.count("Choose one of the answers.") == 2
    assert 'href="#volume-0"' in page
    assert "Points of each type" not in page
