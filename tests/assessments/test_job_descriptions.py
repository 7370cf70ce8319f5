"""Job descriptions: out of map and kit, without years, and fit for the linter."""

import re

import pytest

from assessments.bands import Band
from assessments.job_descriptions import JobDescription, job_description_of
from assessments.question_linter import hits_in
from assessments.text import LANGUAGES, Text
from tests.assessments.builders import interviews, kit, library, profile, publication

TYPES = sorted(library().types)


def description(type_id: str, band: Band = Band.STANDARD, *overlays: str) -> JobDescription:
    asked = profile(type_id, band, *overlays)
    return job_description_of(publication(type_id), asked, kit(type_id), interviews().job)


def duties(*overlays: str) -> tuple[Text, ...]:
    return tuple(library().overlays[each].name for each in overlays)


def lines(of: JobDescription, heading: str) -> tuple[Text, ...]:
    return next(each.lines for each in of.sections if each.heading.en == heading)


@pytest.mark.parametrize("type_id", TYPES)
def test_it_asks_for_what_the_kit_scores_at_the_level_of_the_map(type_id: str) -> None:
    found = lines(description(type_id), "What we look for")
    by_skill = profile(type_id).map.by_skill
    asked = [each for each in kit(type_id).competencies if each.skill.id in by_skill]
    assert len(found) == len(asked)
    for line, each in zip(found, asked, strict=True):
        need = by_skill[each.skill.id]
        assert need.skill.anchor(need.target).ja in line.ja
        assert ("must-have" in line.en) is each.is_must_have


def test_a_senior_job_asks_for_more_and_says_so_in_its_title() -> None:
    usual, senior = description("onboarding"), description("onboarding", Band.SENIOR)
    assert senior.title.en == "Customer onboarding specialist (Senior)"
    assert usual.title.ja == "カスタマーサクセス・導入支援"
    assert lines(usual, "What we look for") != lines(senior, "What we look for")


def test_the_work_is_what_weighs_most() -> None:
    found = lines(description("scale"), "What you will do")
    heaviest = sorted(profile("scale").requirements, key=lambda need: -need.weight)[:6]
    assert found == tuple(need.skill.definition for need in heaviest)


def test_an_added_duty_changes_the_work() -> None:
    plain, with_partner = description("growth"), description("growth", Band.STANDARD, "ov_partner")
    assert lines(plain, "What you will do") != lines(with_partner, "What you will do")
    assert with_partner.lead.en.endswith(f"Added: {duties('ov_partner')[0].en}")


@pytest.mark.parametrize("type_id", TYPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_to_copy_is_whole_and_asks_for_no_years(type_id: str, language: str) -> None:
    text = description(type_id).as_text("ja" if language == "ja" else "en")
    assert "{" not in text
    assert (
        kit(type_id).work_sample.assignment.title.in_language("ja" if language == "ja" else "en")
        in text
    )
    assert not re.search(r"\d+\s*(年以上|years)", text)


@pytest.mark.parametrize("type_id", TYPES)
def test_nothing_that_is_asked_for_trips_the_linter(type_id: str) -> None:
    for heading in ("What you will do", "What we look for", "How we choose"):
        for line in lines(description(type_id), heading):
            for language in LANGUAGES:
                assert hits_in(line.in_language(language), interviews().fairness) == ()


def test_a_kit_of_another_type_is_refused() -> None:
    with pytest.raises(ValueError, match="the kit is for leader, the map for scale"):
        job_description_of(publication("scale"), profile("scale"), kit("leader"), interviews().job)
