"""Reports of unusual people and rounds are laid out like any other."""

import pytest
from flask import Flask

from assessments.levels import Level
from assessments.ratings import Answer, Exemption, Rating
from assessments.text import Language
from portal.persistence import database, ratings, rounds
from portal.persistence.people import Person
from portal.reports.printing import Kind
from portal.web.pdf import render
from tests import builders
from tests.paper import page_about, text_of, tight

pytest_plugins = ["tests.presses"]

KINSOKU = "、。,.・:;!?)」』】〉》〕ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ"


def told(app: Flask, person: Person, kind: Kind, language: Language = "ja") -> str:
    with app.app_context():
        return text_of(render(page_about(person.email, kind, language)))


@pytest.fixture
def ken(press: Flask) -> Person:
    return builders.a_manager(press)


@pytest.mark.parametrize("kind", ["growth", "manager"])
def test_one_single_rating_makes_a_report_without_a_fit(
    kind: Kind, press: Flask, ken: Person
) -> None:
    hana = builders.a_person(press, manager=ken)
    one = {"rel_trust": Level.INDEPENDENT}
    builders.a_round(press, hana, by_self=one, rater=ken, by_manager=one)
    text = told(press, hana, kind)
    assert "評価中" in text
    assert "未評価" in text


def test_what_is_not_applicable_or_was_not_observed_is_called_so(press: Flask, ken: Person) -> None:
    hana = builders.a_person(press, manager=ken)
    answers: dict[str, Answer] = {
        "rel_trust": Exemption.NOT_APPLICABLE,
        "rel_listening": Exemption.NOT_OBSERVED,
        "con_pm": Level.NOT_STARTED,
    }
    builders.a_round(press, hana, by_self=answers, rater=ken, by_manager=answers)
    text = told(press, hana, "manager")
    assert "対象外" in text
    assert "観察なし" in text


@pytest.mark.parametrize(
    "name",
    [
        "渡邉アレクサンドラ・マリア・フェルナンデス・デ・ラ・クルス・イ・ゴンサーレス二世",
        "Maximiliana Alejandra Vásquez-Montenegro",
        "W" * 40,
    ],
)
def test_a_name_of_forty_letters_is_printed_whole(name: str, press: Flask) -> None:
    person = builders.a_person(press, name)
    builders.a_round(press, person, by_self=3)
    assert tight(name) in tight(told(press, person, "growth"))


def test_the_longest_evidence_is_printed_to_its_last_word(press: Flask, ken: Person) -> None:
    hana = builders.a_person(press, manager=ken)
    round_id = builders.a_round(press, hana, by_self=5, rater=ken, by_manager=1)
    longest = ("導入三週目に責任者が異動し、定例会が止まった。" * 200)[:3995] + "終わり。"
    with press.app_context():
        record = rounds.find(round_id)
        assert record
        assert record.self_record
        rating = Rating("rel_trust", Level.LEADING, longest)
        ratings.put(record.self_record.id, rating, read_version=1, at=builders.MORNING)
        database.commit()
    assert "終わり。" in tight(told(press, hana, "manager"))


def test_hostile_words_are_printed_as_words(press: Flask, ken: Person) -> None:
    person = builders.a_person(press, "<b>Hana</b> & 'Co' 😀\u202eabc")
    builders.a_round(press, person, by_self=3)
    assert "<b>Hana</b> & 'Co' 〓abc" in told(press, person, "growth")


def test_no_line_of_japanese_begins_with_what_may_not_begin_a_line(
    press: Flask, ken: Person
) -> None:
    hana = builders.a_person(press, "佐藤 花子", manager=ken)
    builders.a_round(press, hana, by_self=4, rater=ken, by_manager=2)
    lines = told(press, hana, "growth").split("\n")
    assert [line for line in lines if line[:1] in KINSOKU and line.strip()] == []
