"""The person's own report: what it says, and what it never says."""

import re

import pytest
from flask import Flask

from assessments.skill_results import SkillResult
from portal.library import library
from portal.persistence import people
from portal.reports.documents import TOP
from portal.web.pdf import render
from tests.paper import page_about, person_at, standing, text_of

pytest_plugins = ["tests.demo_portal", "tests.presses"]

CHIKA = "csm@demo.example"


def told(email: str, language: str = "ja") -> str:
    """The text of a growth report without its line ends."""
    return "".join(text_of(render(page_about(email, "growth", language))).split("\n"))


def result_lines(email: str) -> tuple[SkillResult, ...]:
    return standing(person_at(email).id, "growth").current.result.skills


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_names_the_person_and_says_everything_of_the_common_block(
    language: str, demo_press: Flask
) -> None:
    text = told(CHIKA, language)
    person = person_at(CHIKA)
    said = {
        "ja": ("成長レポート", "等級バンド", "標準", "データ基準日", "第1版", "日本語", "取扱注意"),
        "en": ("Growth report", "Band", "Standard", "Data date", "Version 1", "English", "Confid"),
    }
    assert person.name in text
    assert [word for word in said[language] if word not in text] == []
    assert re.search(r"1 / \d", text)
    assert "Aya Abe" in text


def test_every_skill_is_there_with_its_anchors(demo_press: Flask) -> None:
    text = told(CHIKA).replace(" ", "")
    for line in result_lines(CHIKA):
        assert line.skill.name.ja.replace(" ", "") in text
        assert line.level is not None
        assert line.skill.anchor(line.level).ja.replace(" ", "") in text


def test_room_to_grow_stands_in_the_order_of_priority(demo_press: Flask) -> None:
    text = told(CHIKA, "en")
    gaps = standing(person_at(CHIKA).id, "growth").current.result.gaps[:TOP]
    names = [gap.requirement.skill.name.en for gap in gaps]
    assert "Most room to grow: " + ", ".join(names) in text
    places = [
        text.index(f"What level {gap.level + 1}looks like".replace("1l", "1 l")) for gap in gaps[:1]
    ]
    assert places


def test_strengths_come_with_the_evidence_as_it_was_written(demo_press: Flask) -> None:
    text = told(CHIKA).replace(" ", "")
    strongest = standing(person_at(CHIKA).id, "growth").current.result.strengths[0]
    assert strongest.by_self
    assert strongest.by_self.evidence.replace(" ", "") in text


def test_the_other_seven_types_are_paths(demo_press: Flask) -> None:
    text = told(CHIKA, "en")
    own = person_at(CHIKA).type_id
    others = [each.name.en for each in library().types.values() if each.id != own]
    assert len(others) == 7
    assert [name for name in others if name not in text] == []


def test_nobody_else_is_in_it_and_nobody_is_ranked(demo_press: Flask) -> None:
    text = told(CHIKA)
    chika = person_at(CHIKA)
    manager = person_at("manager@demo.example")
    others = [each.name for each in people.search("", limit=100)]
    evidence = "".join(
        side.evidence
        for line in result_lines(CHIKA)
        for side in (line.by_self, line.by_manager)
        if side
    )
    strangers = set(others) - {chika.name, manager.name}
    assert [name for name in strangers if name in text.replace(evidence, "")] == []
    assert [word for word in ("弱み", "順位表", "偏差値", "位中") if word in text] == []


def test_growth_since_last_time_is_told_with_its_sign(demo_press: Flask) -> None:
    both = standing(person_at(CHIKA).id, "growth")
    assert both.before
    assert "fit has changed by +" in told(CHIKA, "en")
