"""Skill maps refuse to exist when they would measure wrongly."""

import pytest

from assessments.levels import Level
from assessments.skill_maps import Requirement, SkillMap
from tests.assessments.builders import library, need, skill

GROWTH = library().types["growth"]


@pytest.mark.parametrize("weight", [49, 51])
def test_weights_must_add_up_to_100(weight: int) -> None:
    with pytest.raises(ValueError, match=f"growth add up to {50 + weight}, not 100"):
        SkillMap(GROWTH, 1, (need("rel_trust", 3, 50), need("con_pm", 3, weight)))


def test_a_skill_stands_only_once() -> None:
    with pytest.raises(ValueError, match="stands twice in growth"):
        SkillMap(GROWTH, 1, (need("con_pm", 3, 50), need("con_pm", 3, 50)))


def test_a_target_of_0_is_no_target() -> None:
    with pytest.raises(ValueError, match="con_pm in growth is out of range"):
        SkillMap(GROWTH, 1, (Requirement(skill("con_pm"), Level(0), 100),))


def test_a_weight_of_0_means_that_the_skill_is_left_out() -> None:
    with pytest.raises(ValueError, match="con_pm in growth is out of range"):
        SkillMap(GROWTH, 1, (need("rel_trust", 3, 100), need("con_pm", 3, 0)))


def test_a_map_lists_its_categories_in_table_order() -> None:
    ids = [each.id for each in library().maps["leader"].categories]
    assert ids == ["rel", "con", "life", "data", "kn", "ops", "mind"]


def test_a_skill_knows_the_anchor_of_a_level_and_the_one_to_reach_next() -> None:
    trust = skill("rel_trust")
    assert trust.anchor(Level(0)) == trust.anchors[0]
    assert trust.next_anchor(Level(0)) == trust.anchors[1]
    assert trust.next_anchor(Level(4)) == trust.anchors[5]
    assert trust.next_anchor(Level(5)) is None
