"""Gaps: what is missing to the target, most urgent first."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.gaps import gap_size, gaps_of
from assessments.levels import Level
from assessments.scoring import Rated
from tests.assessments.builders import library, rated
from tests.assessments.strategies import levels, some_rated


def test_a_gap_is_the_number_of_levels_to_the_target() -> None:
    assert gap_size(Level(1), Level(4)) == 3


def test_there_is_no_gap_at_or_above_the_target() -> None:
    assert gap_size(Level(3), Level(3)) == gap_size(Level(5), Level(3)) == 0


def test_a_mini_type_has_one_gap_with_its_priority() -> None:
    (gap,) = gaps_of(rated((4, 10, 3), (3, 8, 4), (3, 2, None)))
    assert (gap.size, gap.priority, gap.level) == (1, 10, 3)


def test_a_light_skill_far_below_can_be_more_urgent_than_a_heavy_one() -> None:
    gaps = gaps_of(rated((4, 7, 3), (4, 3, 1)))
    assert [gap.priority for gap in gaps] == [9, 7]


def test_of_equal_priorities_the_heavier_skill_comes_first() -> None:
    gaps = gaps_of(rated((4, 3, 2), (4, 6, 3)))
    assert [(gap.priority, gap.requirement.weight) for gap in gaps] == [(6, 6), (6, 3)]


def test_of_equal_priorities_and_weights_the_skill_table_decides() -> None:
    gaps = gaps_of(rated((3, 5, 2), (3, 5, 2), (3, 5, 2)))
    assert tuple(gap.requirement.skill for gap in gaps) == library().table[:3]


@given(some_rated(least=0))
def test_gaps_are_sorted_by_priority_then_weight_then_table(every: tuple[Rated, ...]) -> None:
    table = [each.requirement.skill.id for each in every]
    keys = [
        (-gap.priority, -gap.requirement.weight, table.index(gap.requirement.skill.id))
        for gap in gaps_of(every)
    ]
    assert keys == sorted(keys)


@given(some_rated(least=0))
def test_exactly_the_rated_skills_below_target_have_a_gap(every: tuple[Rated, ...]) -> None:
    below = {
        each.requirement.skill.id
        for each in every
        if each.level is not None and each.level < each.requirement.target
    }
    gaps = gaps_of(every)
    assert {gap.requirement.skill.id for gap in gaps} == below
    assert all(gap.priority == gap.size * gap.requirement.weight > 0 for gap in gaps)


@given(some_rated(least=0).flatmap(lambda each: st.tuples(st.just(each), st.permutations(each))))
def test_the_same_skills_have_the_same_gaps_in_any_order(
    orders: tuple[tuple[Rated, ...], list[Rated]],
) -> None:
    given_order, other_order = orders
    assert set(gaps_of(given_order)) == set(gaps_of(other_order))


@given(levels, levels, levels)
def test_a_higher_level_never_widens_a_gap(one: Level, other: Level, target: Level) -> None:
    assert gap_size(max(one, other), target) <= gap_size(min(one, other), target)
