"""Worked examples on the shipped maps, with the figures they must give."""

import pytest

from assessments.results import Result
from assessments.scoring import as_percent, coverage_of, fit_of
from tests.assessments.builders import (
    NOT_APPLICABLE,
    Answers,
    at_target,
    library,
    profile,
    rated,
    result,
)

TYPES = (
    "all_rounder",
    "tech_support",
    "growth",
    "concierge",
    "onboarding",
    "scale",
    "cs_ops",
    "leader",
)
CATEGORY_WEIGHTS = {
    "rel": (19, 13, 20, 27, 19, 8, 9, 15),
    "con": (15, 18, 23, 20, 17, 9, 15, 10),
    "life": (28, 13, 29, 24, 23, 20, 7, 14),
    "data": (15, 17, 13, 10, 12, 29, 43, 17),
    "kn": (10, 19, 7, 10, 13, 7, 5, 3),
    "ops": (7, 13, 3, 4, 11, 24, 17, 17),
    "mind": (6, 7, 5, 5, 5, 3, 4, 24),
}
SKILLS_SHOWN = (31, 31, 29, 29, 29, 32, 27, 32)


def summary(seen: Result) -> tuple[str, str]:
    fit = "hidden" if seen.fit is None else str(as_percent(seen.fit))
    return fit, str(as_percent(seen.coverage))


def most_urgent(seen: Result) -> list[tuple[str, int]]:
    return [(gap.requirement.skill.id, gap.priority) for gap in seen.gaps[:3]]


def without(type_id: str, *prefixes: str) -> Answers:
    """Not applicable for every skill of the categories."""
    skill_ids = profile(type_id).map.by_skill
    return {each: NOT_APPLICABLE for each in skill_ids if each.startswith(prefixes)}


def test_an_onboarding_specialist_below_target_in_five_skills() -> None:
    lower = {
        "life_onboarding": 3,
        "con_pm": 3,
        "kn_product": 3,
        "ops_content": 2,
        "mind_proactive": 2,
    }
    seen = result(profile("onboarding"), at_target(profile("onboarding"), lower))
    assert summary(seen) == ("90.6", "100.0")
    assert most_urgent(seen) == [("life_onboarding", 14), ("con_pm", 10), ("kn_product", 7)]


def test_a_technical_supporter_one_level_below_target_everywhere() -> None:
    asked = profile("tech_support")
    levels = {each.skill.id: max(1, each.target - 1) for each in asked.requirements}
    seen = result(asked, levels)
    assert summary(seen) == ("66.8", "100.0")
    assert most_urgent(seen) == [("con_problem", 10), ("kn_it", 9), ("kn_product", 8)]


def test_a_leader_to_whom_no_lifecycle_skill_applies() -> None:
    lower = {"mind_coaching": 2, "mind_vision": 3, "data_kpi": 3}
    asked = profile("leader")
    seen = result(asked, at_target(asked, {**lower, **without("leader", "life_")}))
    assert summary(seen) == ("89.0", "86.0")
    assert most_urgent(seen) == [("mind_coaching", 20), ("mind_vision", 10), ("data_kpi", 8)]


def test_a_leader_with_too_little_rated_has_no_fit() -> None:
    asked = profile("leader")
    seen = result(asked, at_target(asked, without("leader", "life_", "con_")))
    assert summary(seen) == ("hidden", "76.0")
    assert seen.fit_band is None


def test_a_mini_type_of_three_skills() -> None:
    three = rated((4, 10, 3), (3, 8, 4), (3, 2, None))
    fit = fit_of(three)
    assert fit is not None
    assert (str(as_percent(fit)), str(as_percent(coverage_of(three)))) == ("86.1", "90.0")


@pytest.mark.parametrize(("type_id", "column"), [(each, i) for i, each in enumerate(TYPES)])
def test_the_categories_of_a_type_weigh_what_the_radar_shows(type_id: str, column: int) -> None:
    published = library().maps[type_id]
    weights = {
        category.id: sum(each.weight for each in published.in_category(category))
        for category in library().categories.values()
    }
    assert weights == {key: row[column] for key, row in CATEGORY_WEIGHTS.items()}


@pytest.mark.parametrize(("type_id", "shown"), [*zip(TYPES, SKILLS_SHOWN, strict=True)])
def test_a_type_shows_as_many_skills_as_it_needs(type_id: str, shown: int) -> None:
    assert len(library().maps[type_id].requirements) == shown
