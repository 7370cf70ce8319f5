"""Growth: what changed between two results of the same person."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessments.bands import Band
from assessments.growth import growth_of
from assessments.results import Result, result_of
from assessments.skill_results import Source
from tests.assessments.builders import (
    NOT_APPLICABLE,
    at_target,
    profile,
    result,
    round_of,
    small_profile,
)
from tests.assessments.strategies import answers_to, profiles, results

PROFILE = small_profile({"rel_trust": (4, 50), "con_pm": (4, 30), "kn_it": (2, 20)})
BEFORE = result(PROFILE, {"rel_trust": 2, "con_pm": 3, "kn_it": 1})
NOW = result(PROFILE, {"rel_trust": 3, "con_pm": 1, "kn_it": 1})


def test_changes_are_listed_skill_by_skill_in_table_order() -> None:
    changes = growth_of(NOW, BEFORE).changes
    assert [(each.now.skill.id, each.levels) for each in changes] == [
        ("rel_trust", 1),
        ("con_pm", -2),
        ("kn_it", 0),
    ]


def test_ups_and_downs_are_told_apart() -> None:
    growth = growth_of(NOW, BEFORE)
    assert [(each.level_before, each.level_now) for each in growth.up] == [(2, 3)]
    assert [(each.level_before, each.level_now) for each in growth.down] == [(3, 1)]


def test_the_change_of_fit_is_a_share() -> None:
    assert growth_of(NOW, BEFORE).fit == Fraction(50, 400) - Fraction(60, 400)


def test_a_skill_without_a_level_on_either_side_has_no_change() -> None:
    partly = result(PROFILE, {"rel_trust": 3, "con_pm": NOT_APPLICABLE})
    for growth in (growth_of(NOW, partly), growth_of(partly, NOW)):
        assert [each.now.skill.id for each in growth.changes] == ["rel_trust"]


def test_there_is_no_change_of_fit_while_one_is_hidden() -> None:
    partly = result(PROFILE, {"rel_trust": 3})
    assert growth_of(NOW, partly).fit is None
    assert growth_of(partly, NOW).fit is None


def test_another_type_or_band_or_duty_is_another_measure() -> None:
    now = result(profile("growth"), at_target(profile("growth")))
    for other in (
        profile("concierge"),
        profile("growth", Band.SENIOR),
        profile("growth", Band.STANDARD, "ov_partner"),
    ):
        growth = growth_of(now, result(other, at_target(other)))
        assert growth.fit is None
        assert growth.changes


def test_a_level_from_another_source_is_marked() -> None:
    alone = result_of(round_of(PROFILE, by_self={"con_pm": 3}))
    (change,) = growth_of(NOW, alone).changes
    assert change.source_before is Source.SELF
    assert not change.is_same_source
    assert all(each.is_same_source for each in growth_of(NOW, BEFORE).changes)


@st.composite
def two_results(draw: st.DrawFn) -> tuple[Result, Result]:
    one = draw(profiles)
    other = draw(st.sampled_from([one, draw(profiles)]))
    return result(one, draw(answers_to(one))), result(other, draw(answers_to(other)))


@given(two_results())
def test_growth_read_backwards_is_the_same_with_the_sign_turned(
    pair: tuple[Result, Result],
) -> None:
    there, back = growth_of(*pair), growth_of(*reversed(pair))
    assert [(each.now.skill.id, each.levels) for each in there.changes] == [
        (each.now.skill.id, -each.levels) for each in back.changes
    ]
    assert [each.now.skill for each in there.up] == [each.now.skill for each in back.down]
    assert there.fit == (None if back.fit is None else -back.fit)


@given(results())
def test_nothing_grows_when_nothing_changed(seen: Result) -> None:
    growth = growth_of(seen, seen)
    assert growth.up == growth.down == ()
    assert growth.fit in (None, 0)
