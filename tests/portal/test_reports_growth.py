"""The person's own report: what it says, and what it never says."""

import re

import pytest
from flask import Flask

from assessments.skill_results import SkillResult
from assessments.text import LANGUAGES, Language
from portal.library import library
from portal.persistence import people
from portal.reports.documents import TOP
from portal.web.pdf import render
from tests.paper import page_about, person_at, standing, text_of, tight

pytest_plugins = ["tests.demo_portal", "tests.presses"]

CHIKA = "csm@demo.example"


def told(email: str, language: Language = "ja") -> str:
    """The text of a growth report, tight."""
    return tight(text_of(render(page_about(email, "growth", language))))


def result_lines(email: str) -> tuple[SkillResult, ...]:
    return standing(person_at(email).id, "growth").current.result.skills


COMMON = {
    "ja": "成長レポート 等級バンド 標準 データ基準日 第1版 日本語 取扱注意 1/8 AyaAbe 佐伯千夏",
    "en": "Growthreport Band Standard Datadate Version1 English Confidential 1/8 AyaAbe 佐伯千夏",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_everything_of_the_common_block(language: Language, demo_press: Flask) -> None:
    text = re.sub(r"1/\d+", "1/8", told(CHIKA, language))
    assert [word for word in COMMON[language].split() if word not in text] == []


def test_every_skill_is_there_with_its_anchors(demo_press: Flask) -> None:
    text = told(CHIKA)
    for line in result_lines(CHIKA):
        assert line.level is not None
        assert tight(line.skill.name.ja) in text
        assert tight(line.skill.anchor(line.level).ja) in text


def test_room_to_grow_stands_in_the_order_of_priority(demo_press: Flask) -> None:
    text = told(CHIKA, "en")
    gaps = standing(person_at(CHIKA).id, "growth").current.result.gaps[:TOP]
    names = [gap.requirement.skill.name.en for gap in gaps]
    assert tight("Most room to grow: " + ", ".join(names)) in text
    next_anchors = [gap.requirement.skill.next_anchor(gap.level) for gap in gaps]
    places = [text.index(tight(anchor.en)) for anchor in next_anchors if anchor]
    assert places == sorted(places)


def test_strengths_come_with_the_evidence_as_it_was_written(demo_press: Flask) -> None:
    text = told(CHIKA)
    strongest = standing(person_at(CHIKA).id, "growth").current.result.strengths[0]
    assert strongest.by_self
    assert tight(strongest.by_self.evidence) in text


def test_the_other_seven_types_are_paths(demo_press: Flask) -> None:
    text = told(CHIKA, "en")
    own = person_at(CHIKA).type_id
    others = [each.name.en for each in library().types.values() if each.id != own]
    assert len(others) == 7
    assert [name for name in others if tight(name) not in text] == []


def test_nobody_else_is_in_it_and_nobody_is_ranked(demo_press: Flask) -> None:
    text = told("kiriyama@demo.example")
    known = {"kiriyama@demo.example", "manager@demo.example"}
    strangers = [each for each in people.search("", limit=100) if each.email not in known]
    assert [each.name for each in strangers if tight(each.name) in text] == []
    assert [word for word in ("弱み", "順位表", "偏差値", "人中") if word in text] == []


def test_growth_since_last_time_is_told_with_its_sign(demo_press: Flask) -> None:
    both = standing(person_at(CHIKA).id, "growth")
    assert both.before
    assert tight("fit has changed by +") in told(CHIKA, "en")
