"""The question linter: what it must catch, disguised or not, and what it must leave alone."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from assessments.question_linter import QUESTION_LIMIT, QuestionTooLong, hits_in
from assessments.text import LANGUAGES, Text
from tests.assessments.builders import interviews, library

FAIRNESS = interviews().fairness
TO_JUDGE: dict[str, list[dict[str, str]]] = tomllib.loads(
    (Path(__file__).parent / "questions_to_judge.toml").read_text("utf-8")
)
SPECIFIED_JA = """
本籍 出身地 実家 家族構成 父 母 配偶者 持ち家 間取り 最寄り駅 生い立ち 宗教 支持政党 選挙 人生観
座右の銘 尊敬 思想 労働組合 愛読書 新聞 結婚 恋人 妊娠 出産 子ども 年齢 生年月日 病歴 持病 国籍
"""
SPECIFIED_EN = """
marital, married, pregnant, pregnancy, children, childcare, age, birth, religion, church, politics,
political, union, race, ethnic, nationality, disability, illness, sexual orientation, salary history
"""


def areas(question: str) -> set[str]:
    return {hit.area.id for hit in hits_in(question, FAIRNESS)}


def test_sixty_questions_or_more_of_each_kind_are_judged() -> None:
    assert {kind: len(rows) >= 60 for kind, rows in TO_JUDGE.items()} == {
        "acceptable": True,
        "unacceptable": True,
    }
    touched = {row["area"] for row in TO_JUDGE["unacceptable"]}
    assert touched == {area.id for area in FAIRNESS.areas}


@pytest.mark.parametrize("language", LANGUAGES)
def test_acceptable_questions_pass(language: str) -> None:
    caught = {row[language]: areas(row[language]) for row in TO_JUDGE["acceptable"]}
    assert {question: hits for question, hits in caught.items() if hits} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_unacceptable_questions_are_caught_however_they_are_dressed(language: str) -> None:
    missed = [row[language] for row in TO_JUDGE["unacceptable"] if not areas(row[language])]
    assert missed == []


@pytest.mark.parametrize("term", SPECIFIED_JA.split())
def test_every_specified_japanese_term_is_found_inside_a_sentence(term: str) -> None:
    assert areas(f"差し支えなければ、{term}を教えてください。")


@pytest.mark.parametrize("term", SPECIFIED_EN.strip().replace("\n", " ").split(", "))
def test_every_specified_english_term_is_found_as_a_whole_word(term: str) -> None:
    assert areas(f"May we ask about your {term.upper()}?")


@pytest.mark.parametrize(
    "question",
    [
        "How do you engage a sponsor?",
        "Which page did they trace?",
        "分母は何ですか。",
        "設計思想は?",
    ],
)
def test_words_that_only_contain_a_term_are_left_alone(question: str) -> None:
    assert areas(question) == set()


@pytest.mark.parametrize(
    ("question", "area"),
    [
        ("結 婚のご予定は", "marriage"),
        ("ケッコンのご予定は", "marriage"),
        ("ｹｯｺﾝのご予定は", "marriage"),
        ("結\u200b婚のご予定は", "marriage"),
        ("お・父・様のお仕事は", "family"),
        ("What is your A G E?", "age"),
        ("What is your ａｇｅ?", "age"),
        ("Are you m.a.r.r.i.e.d?", "marriage"),
        ("Are you mar-ried?", "marriage"),
        ("Any ch1ldren?", "marriage"),
        ("Are you márried?", "marriage"),
        ("Your \u0430ge?", "age"),
        ("Your rel\u00adigion?", "religion"),
    ],
)
def test_a_disguise_does_not_help(question: str, area: str) -> None:
    assert area in areas(question)


def test_a_hit_names_its_words_the_reason_and_what_to_ask_instead() -> None:
    (hit,) = hits_in("尊敬する人物は誰ですか。", FAIRNESS)
    assert hit.terms == ("尊敬",)
    assert hit.area.why.ja
    assert hit.area.instead.en


def test_nothing_is_nothing_and_a_text_of_ten_thousand_characters_is_refused() -> None:
    assert hits_in("", FAIRNESS) == ()
    assert hits_in("x" * QUESTION_LIMIT, FAIRNESS) == ()
    with pytest.raises(QuestionTooLong, match=r"2000 characters or fewer \(now 10000\)"):
        hits_in("あ" * 10_000, FAIRNESS)


def test_no_shipped_text_of_any_kit_trips_it() -> None:
    """Questions and probes first of all, and the briefs, tasks and cases as well."""
    caught = {
        text.in_language(language): hits
        for type_id in library().types
        for text in texts_in(interviews().kits[type_id])
        for language in LANGUAGES
        if (hits := areas(text.in_language(language)))
    }
    assert caught == {}


def texts_in(value: Any) -> Iterator[Text]:
    """Every phrase of a kit but those of the skills, which are no questions."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "skill":
                yield from texts_in(getattr(value, field.name))
