"""The type finder: six questions, points by type, a tie that a human settles."""

from collections.abc import Mapping

import pytest

from assessments.text import Text
from assessments.type_finder import Finding, Option, Question, find_type
from tests.assessments.builders import library

PHRASE = Text("質問", "Question")


def finding(letters: str) -> Finding:
    """What the shipped questions say; one letter per question, A for its first option."""
    questions = library().type_finder
    answers = {
        question.id: question.options["ABCD".index(letter)].id
        for question, letter in zip(questions, letters, strict=True)
    }
    return find_type(questions, answers, tuple(library().types))


def finding_on(points: Mapping[str, int]) -> Finding:
    """What one question with one option says that gives these points."""
    question = Question("only", PHRASE, (Option("yes", PHRASE, points),))
    return find_type([question], {"only": "yes"}, tuple(library().types))


def test_many_customers_hard_product_and_enquiries_suggest_technical_support() -> None:
    found = finding("AAACBB")
    assert found.type_id == "tech_support"
    assert found.points[:2] == (("tech_support", 7), ("all_rounder", 4))


def test_an_easy_low_risk_product_with_expansion_suggests_growth() -> None:
    found = finding("CBBACB")
    assert found.type_id == "growth"
    assert found.points[0] == ("growth", 7)
    assert dict(found.points)["concierge"] == dict(found.points)["all_rounder"] == 2


@pytest.mark.parametrize(
    ("letters", "type_id"),
    [
        ("BAAABB", "concierge"),
        ("CAAAAB", "onboarding"),
        ("ABBBBB", "scale"),
        ("ABBDBB", "cs_ops"),
        ("BAAABA", "leader"),
        ("CAAABB", "all_rounder"),
    ],
)
def test_every_type_can_be_found(letters: str, type_id: str) -> None:
    assert finding(letters).type_id == type_id


def test_a_tie_goes_to_the_all_rounder_when_it_is_among_the_first() -> None:
    assert finding_on({"growth": 3, "all_rounder": 3, "scale": 1}).type_id == "all_rounder"


def test_a_tie_without_the_all_rounder_is_left_to_a_human() -> None:
    found = finding_on({"growth": 3, "scale": 3, "all_rounder": 2})
    assert found.type_id is None
    assert found.points[:3] == (("growth", 3), ("scale", 3), ("all_rounder", 2))


def test_every_type_is_listed_even_without_points() -> None:
    assert {type_id for type_id, _ in finding("AAACBB").points} == set(library().types)


def test_a_question_without_an_answer_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_type(library().type_finder, {}, tuple(library().types))


def test_an_option_that_the_question_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        library().type_finder[0].option("nowhere")
