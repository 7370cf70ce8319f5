"""The question linter: what it must catch, disguised or not, and what it must leave alone."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from assessments.fair_selection import FairSelection, UnfairArea
from assessments.question_linter import QUESTION_LIMIT, QuestionTooLong, hits_in
from assessments.text import LANGUAGES
from tests.assessments.builders import interviews, library
from tests.assessments.phrases import texts_in
from tests.pace import paces

FAIRNESS = interviews().fairness
TO_JUDGE: dict[str, list[dict[str, str]]] = tomllib.loads(
    (Path(__file__).parent / "questions_to_judge.toml").read_text("utf-8")
)
WITHOUT_HARMLESS = replace(FAIRNESS, harmless_ja=(), harmless_en=())
"""The linter as it would be if no phrase could silence it."""
ABOUT_YOU_JA = ("あなたの{}は?", "ご自身に{}がありますか", "ご自身の{}について")
ABOUT_YOU_EN = ("Do you have {}?", "Do you have a {}?", "Do you have any {}?", "Are you {}?")
ASKED_JA = ("{}がありますか", "{}はありますか", "何か{}があったら", "どの{}に属しますか")
ASKED_EN = ("What {} are you in?", "Any {} in your past?", "Do you plan {} for years?")
SPECIFIED_JA = """
本籍 出身地 実家 家族構成 父 母 配偶者 持ち家 間取り 最寄り駅 生い立ち 宗教 支持政党 選挙 人生観
座右の銘 尊敬 思想 労働組合 愛読書 新聞 結婚 恋人 妊娠 出産 子ども 年齢 生年月日 病歴 持病 国籍
"""
SPECIFIED_EN = """
marital, married, pregnant, pregnancy, children, childcare, age, birth, religion, church, politics,
political, union, race, ethnic, nationality, disability, illness, sexual orientation, salary history
"""


def areas(question: str, fairness: FairSelection = FAIRNESS) -> set[str]:
    return {hit.area.id for hit in hits_in(question, fairness)}


def silenced(question: str) -> set[str]:
    """Areas that would be heard but for a harmless phrase."""
    return areas(question, WITHOUT_HARMLESS) - areas(question)


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
        ("Any ch\u03b9ldren?", "marriage"),
        ("Your \u03b1g\u03b5?", "age"),
        ("Are you \u03c1regnant?", "marriage"),
        ("Which ch\u03c5rch?", "religion"),
        ("Do you smo\u03bae?", "health"),
        ("Who do you \u03bd\u03bfte for?", "politics"),
        ("Your se\u03c7ual orientation?", "gender"),
        ("Your \u039dationality?", "nationality"),
        ("Your \u0397usband?", "marriage"),
    ],
)
def test_a_disguise_does_not_help(question: str, area: str) -> None:
    assert area in areas(question)


@pytest.mark.parametrize(
    ("question", "area"),
    [
        ("Is English your mother tongue?", "nationality"),
        ("母国語は何ですか。", "nationality"),
        ("What year were you born?", "age"),
        ("Have you ever been arrested?", "offences"),
        ("Do you have a criminal record?", "offences"),
        ("通勤は何分ですか。", "housing"),
        ("休みの日は何をしていますか。", "private"),
        ("Do you smoke?", "health"),
    ],
)
def test_a_question_stands_under_the_one_heading_whose_reason_fits(
    question: str, area: str
) -> None:
    assert areas(question) == {area}


def test_a_shorter_word_still_counts_where_it_stands_by_itself() -> None:
    assert areas("Is English your mother's mother tongue?") == {"family", "nationality"}
    assert areas("お母様の母国はどちらですか。") == {"family", "nationality"}


def test_a_word_of_two_areas_is_found_in_both() -> None:
    first, second, *_ = FAIRNESS.areas
    twice = tuple(
        replace(each, terms_ja=("実家",), terms_en=("home*",)) for each in (first, second)
    )
    for question in ("実家は?", "Your homes?"):
        assert len(hits_in(question, replace(FAIRNESS, areas=twice))) == 2


def test_no_harmless_phrase_silences_a_question_about_the_person() -> None:
    forms = [
        *((form, each) for form in ABOUT_YOU_JA for each in FAIRNESS.harmless_ja),
        *((form, each.removesuffix("*")) for form in ABOUT_YOU_EN for each in FAIRNESS.harmless_en),
    ]
    asked = [form.format(phrase) for form, phrase in forms]
    assert {question: lost for question in asked if (lost := silenced(question))} == {}


def test_no_harmless_phrase_is_a_word_of_an_area_and_the_way_one_asks_for_it() -> None:
    """As 障害があり was, which is in 障害がありますか."""
    asked = [
        (area.id, form.format(term.removesuffix("*")))
        for area in FAIRNESS.areas
        for forms, terms in ((ASKED_JA, area.terms_ja), (ASKED_EN, area.terms_en))
        for form in forms
        for term in terms
    ]
    missed = [question for area, question in asked if area not in areas(question)]
    assert [question for question in missed if silenced(question)] == []


def test_every_harmless_phrase_shields_something() -> None:
    phrases = (*FAIRNESS.harmless_ja, *FAIRNESS.harmless_en)
    assert [each for each in phrases if not shielded(each.removesuffix("*"))] == []


def test_a_harmless_phrase_hides_no_word_beside_it() -> None:
    """Each phrase next to every word that it shields: the word is still heard."""
    japanese = [
        (area.id, question)
        for phrase in FAIRNESS.harmless_ja
        for area, word in shielded(phrase)
        for question in (f"{phrase}{word}", f"{word}{phrase}", f"{phrase}、ご自身の{word}は?")
    ]
    english = [
        (area.id, question)
        for phrase in FAIRNESS.harmless_en
        for area, word in shielded(phrase.removesuffix("*"))
        for question in (f"Your {word} {phrase}", f"{phrase.removesuffix('*')} {word}")
    ]
    assert [(area, text) for area, text in japanese + english if area not in areas(text)] == []


def shielded(phrase: str) -> list[tuple[UnfairArea, str]]:
    """The words of the phrase that would be heard, and where they belong."""
    hits = hits_in(phrase, WITHOUT_HARMLESS)
    return [(hit.area, word) for hit in hits for word in hit.words]


@pytest.mark.parametrize(
    ("question", "area"),
    [
        ("障害がありますか。", "health"),
        ("何か障害がありますか", "health"),
        ("ご自身に障害があったら教えてください", "health"),
        ("運動機能に障害がありますか", "health"),
        ("多分、母は会社員ですね", "family"),
        ("For our data: age?", "age"),
        ("What is the age of the account holder?", "age"),
        ("Are you married data", "marriage"),
        ("Who is your mortgage lender?", "housing"),
        ("保育施設は近くにありますか", "marriage"),
        ("結婚相談所に登録していますか", "marriage"),
        ("Is the wedding venue booked?", "marriage"),
        ("性別欄にご記入ください", "gender"),
    ],
)
def test_what_only_sounds_like_business_is_heard(question: str, area: str) -> None:
    assert area in areas(question)


@pytest.mark.parametrize(
    "question",
    [
        "システムに障害がありましたか",
        "SQLで二つの表をUNIONしましたか",
        "Which customers' age groups left?",
        "結分母婚",
        "国システム障害があ籍",
        "Did he mar race condition ry?",
    ],
)
def test_taking_out_a_harmless_phrase_makes_no_new_word(question: str) -> None:
    assert areas(question) == set()


@pytest.mark.parametrize("text", ["1" * QUESTION_LIMIT, "x" + "\n" * (QUESTION_LIMIT - 1)])
def test_a_long_run_takes_less_time_than_a_text_of_that_length(text: str) -> None:
    """A search that goes back over the run at every character took many times as long."""
    words = ("Tell me about a customer you lost and why. " * QUESTION_LIMIT)[:QUESTION_LIMIT]
    assert paces(lambda: areas(text), lambda: areas(words)) < 1


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("尊敬する人物は誰ですか。", ("尊敬",)),
        ("ケッコンのご予定は", ("ケッコン",)),
        ("お母様の母国と母校は?", ("母",)),
        ("Are you married, or is marriage a plan? Married?", ("married", "marriage")),
        ("Any ch1ldren?", ("children",)),
        ("Are you marriéd?", ("married",)),
        ("Are you marri3d?", ("married",)),
        ("Are you marri\u0435d?", ("married",)),
        ("Your nationalité?", ("nationalite",)),
        ("Is English your mother's mother tongue?", ("mother",)),
    ],
)
def test_a_hit_names_the_words_of_the_question_whole_and_once(
    question: str, words: tuple[str, ...]
) -> None:
    assert words in {hit.words for hit in hits_in(question, FAIRNESS)}


def test_a_hit_names_the_reason_and_what_to_ask_instead() -> None:
    (hit,) = hits_in("尊敬する人物は誰ですか。", FAIRNESS)
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
