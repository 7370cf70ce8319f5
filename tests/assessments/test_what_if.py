"""What-if: the same levels in the eyes of other types."""

from fractions import Fraction

from assessments.what_if import what_if
from tests.assessments.builders import at_target, library, profile, result, small_profile

MAPS = library().maps


def test_other_types_come_in_the_order_asked_for() -> None:
    seen = result(profile("growth"), at_target(profile("growth")))
    asked_for = [MAPS["leader"], MAPS["concierge"]]
    assert [other.map for other in what_if(seen, asked_for)] == asked_for


def test_what_the_other_type_asks_for_and_nobody_rated_is_missing_and_not_zero() -> None:
    seen = result(profile("growth"), at_target(profile("growth")))
    (leader,) = what_if(seen, [MAPS["leader"]])
    missing = MAPS["leader"].by_skill.keys() - MAPS["growth"].by_skill.keys()
    assert leader.missing == len(missing)
    assert leader.coverage == 1 - Fraction(sum_of_weights("leader", missing), 100)


def sum_of_weights(type_id: str, skill_ids: set[str]) -> int:
    return sum(MAPS[type_id].by_skill[each].weight for each in skill_ids)


def test_levels_count_against_the_targets_and_weights_of_the_other_type() -> None:
    asked = small_profile({"rel_trust": (3, 100)})
    seen = result(asked, {"rel_trust": 3})
    (other,) = what_if(seen, [small_profile({"rel_trust": (4, 80), "con_pm": (3, 20)}).map])
    assert (other.fit, other.coverage, other.missing) == (Fraction(3, 4), Fraction(4, 5), 1)


def test_a_fit_on_too_little_is_hidden() -> None:
    asked = small_profile({"rel_trust": (3, 100)})
    seen = result(asked, {"rel_trust": 3})
    (other,) = what_if(seen, [small_profile({"rel_trust": (3, 79), "con_pm": (3, 21)}).map])
    assert other.fit is None


def test_only_leadership_is_out_of_sight_for_an_all_rounder() -> None:
    seen = result(profile("all_rounder"), at_target(profile("all_rounder")))
    hidden = [each.map.type.id for each in what_if(seen, MAPS.values()) if each.fit is None]
    assert hidden == ["leader"]
