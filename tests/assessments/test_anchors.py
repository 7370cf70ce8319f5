"""Behavioural anchors: one observable act per level of each skill, in both languages."""

import re
from collections import Counter

import pytest

from assessments.skills import Skill
from assessments.text import LANGUAGES, Language, Text
from tests.assessments.builders import library

MODELS = {
    "rel_trust",
    "con_problem",
    "con_pm",
    "life_onboarding",
    "life_renewal",
    "data_health",
    "kn_it",
    "mind_humble",
}
"""The eight skills that the others were written after; some of their sentences are shorter."""

DEGREE_EN = re.compile(
    r"\b(very|always|often|usually|well|effectively|appropriately)\b", re.IGNORECASE
)
DEGREE_JA = re.compile(
    "かなり|常に|必ず|しっかり|適切に|的確に|十分に|高い.*力"
    "|スムーズに|円滑に|積極的に|柔軟に|主体的に"
)
NEVER_SAID = re.compile("離職率|マネージャー|カスタマーサービス|弱み|することができ")

TABLE = library().table
ANCHORS = [anchor for skill in TABLE for anchor in skill.anchors]
each_skill = pytest.mark.parametrize("skill", TABLE, ids=lambda skill: skill.id)
each_later_skill = pytest.mark.parametrize(
    "skill", [each for each in TABLE if each.id not in MODELS], ids=lambda skill: skill.id
)


def test_there_are_36_skills_with_6_anchors_in_2_languages() -> None:
    assert [len(skill.anchors) for skill in TABLE] == [6] * 36
    assert all(anchor.in_language(each).strip() for anchor in ANCHORS for each in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice_in_a_language(language: Language) -> None:
    sentences = Counter(comparable(anchor, language) for anchor in ANCHORS)
    assert [each for each, times in sentences.items() if times > 1] == []


def comparable(anchor: Text, language: Language) -> str:
    """Without signs, spaces and capitals, which do not make another sentence."""
    return re.sub(r"\W", "", anchor.in_language(language)).lower()


@each_skill
def test_no_anchor_measures_by_an_adverb(skill: Skill) -> None:
    assert [each.ja for each in skill.anchors if DEGREE_JA.search(each.ja)] == []
    assert [each.en for each in skill.anchors if DEGREE_EN.search(each.en)] == []


@each_skill
def test_anchors_are_phrases_in_the_plain_form_without_a_full_stop(skill: Skill) -> None:
    for anchor in skill.anchors:
        assert not re.search("。|です|ます$|ました$|[,.;:!?０-９]", anchor.ja)
        assert re.match("[A-Z]", anchor.en)
        assert not re.search(r"[.!?]$|\n", anchor.en)


@each_skill
def test_anchors_keep_the_words_of_the_house(skill: Skill) -> None:
    assert [each.ja for each in skill.anchors if NEVER_SAID.search(each.ja)] == []
    assert not any(re.search("customer service", each.en, re.IGNORECASE) for each in skill.anchors)


@each_later_skill
def test_a_japanese_anchor_has_20_to_60_characters(skill: Skill) -> None:
    assert [each.ja for each in skill.anchors if not 20 <= len(each.ja) <= 60] == []


@each_later_skill
def test_an_english_anchor_has_6_to_20_words(skill: Skill) -> None:
    assert [each.en for each in skill.anchors if not 6 <= len(each.en.split()) <= 20] == []


def test_the_models_are_shipped_skills() -> None:
    assert library().skills.keys() >= MODELS
