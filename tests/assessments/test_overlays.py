"""Overlays: a duty added to a type takes its weight from all the other skills."""

import pytest

from assessments.levels import Level
from assessments.overlays import Overlay, OverlayRule, with_overlays
from assessments.skill_maps import Requirement
from assessments.text import Text
from tests.assessments.builders import library, need, publication, skill

PHRASE = Text("兼務", "Duty")


def shipped(type_id: str, *overlay_ids: str) -> dict[str, Requirement]:
    overlays = [library().overlays[each] for each in overlay_ids]
    needs = with_overlays(publication(type_id).map.requirements, overlays, library().table)
    return {each.skill.id: each for each in needs}


def asked(needs: dict[str, Requirement], skill_id: str) -> tuple[Level, int]:
    return needs[skill_id].target, needs[skill_id].weight


def taking(skill_id: str, weight: int) -> Overlay:
    return Overlay("duty", PHRASE, PHRASE, (OverlayRule(skill(skill_id), Level(3), weight, 0),))


def weights(needs: tuple[Requirement, ...], *overlays: Overlay) -> dict[str, int]:
    applied = with_overlays(needs, overlays, library().table)
    return {each.skill.id: each.weight for each in applied}


def test_no_overlay_changes_nothing() -> None:
    needs = publication("growth").map.requirements
    assert with_overlays(needs, (), library().table) is needs


def test_partner_duty_brings_a_skill_that_the_type_does_not_have() -> None:
    needs = shipped("growth", "ov_partner")
    assert asked(needs, "ops_partner") == (4, 12)
    assert asked(needs, "mind_coaching") == (3, 4)


def test_partner_duty_raises_what_the_type_asks_less_of() -> None:
    assert asked(shipped("cs_ops"), "mind_coaching") == (3, 2)
    assert asked(shipped("cs_ops", "ov_partner"), "mind_coaching") == (3, 4)
    assert asked(shipped("leader", "ov_partner"), "ops_partner") == (4, 12)


def test_partner_duty_never_lowers_what_the_type_asks_more_of() -> None:
    assert asked(shipped("leader", "ov_partner"), "mind_coaching") == (4, 10)


def test_presales_duty_adds_to_what_is_there() -> None:
    needs = shipped("all_rounder", "ov_presales")
    assert asked(needs, "con_proposal") == (4, 4 + 5)
    assert asked(needs, "rel_communication") == (3, 4 + 3)


def test_presales_duty_keeps_a_target_that_is_already_higher() -> None:
    assert asked(shipped("growth", "ov_presales"), "con_proposal") == (4, 10 + 5)
    assert asked(shipped("growth", "ov_presales"), "rel_communication") == (4, 3 + 3)


def test_both_duties_at_once_each_get_their_weight() -> None:
    needs = shipped("all_rounder", "ov_partner", "ov_presales")
    duties = ("ops_partner", "mind_coaching", "con_proposal", "rel_communication")
    assert [needs[each].weight for each in duties] == [12, 4, 9, 7]
    assert sum(each.weight for each in needs.values()) == 100


def test_the_order_of_the_duties_does_not_matter() -> None:
    one_way = shipped("scale", "ov_partner", "ov_presales")
    assert one_way == shipped("scale", "ov_presales", "ov_partner")


def test_targets_of_untouched_skills_stay() -> None:
    before, after = shipped("concierge"), shipped("concierge", "ov_presales")
    untouched = after.keys() - {"con_proposal", "rel_communication"}
    assert all(after[each].target == before[each].target for each in untouched)


def test_untouched_weights_shrink_in_proportion() -> None:
    needs = (need("rel_trust", 3, 60), need("con_pm", 3, 40))
    assert weights(needs, taking("kn_it", 50)) == {"rel_trust": 30, "con_pm": 20, "kn_it": 50}


def test_what_rounding_leaves_over_goes_to_the_largest_remainder() -> None:
    needs = (need("rel_trust", 3, 50), need("con_pm", 3, 25), need("kn_product", 3, 25))
    after = weights(needs, taking("kn_it", 1))
    assert after == {"rel_trust": 49, "con_pm": 25, "kn_product": 25, "kn_it": 1}


def test_of_equal_remainders_the_first_in_the_table_wins() -> None:
    needs = (need("rel_trust", 3, 50), need("con_pm", 3, 50))
    assert weights(needs, taking("kn_it", 1)) == {"rel_trust": 50, "con_pm": 49, "kn_it": 1}
    assert weights(needs, taking("kn_it", 3)) == {"rel_trust": 49, "con_pm": 48, "kn_it": 3}


def test_a_skill_that_rounds_to_nothing_is_hidden() -> None:
    needs = (need("rel_trust", 3, 98), need("con_pm", 3, 1), need("kn_product", 3, 1))
    assert weights(needs, taking("kn_it", 60)) == {"rel_trust": 39, "con_pm": 1, "kn_it": 60}


def test_requirements_come_out_in_table_order() -> None:
    table = [each.id for each in library().table]
    places = [table.index(each) for each in shipped("growth", "ov_partner", "ov_presales")]
    assert places == sorted(places)


@pytest.mark.parametrize("type_id", library().types)
def test_duties_never_hide_a_skill_that_sets_the_type_apart(type_id: str) -> None:
    heavy = {each for each, asked_for in shipped(type_id).items() if asked_for.weight >= 5}
    assert heavy <= shipped(type_id, "ov_partner", "ov_presales").keys()
