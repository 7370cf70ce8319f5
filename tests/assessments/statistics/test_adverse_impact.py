"""Adverse impact: whole numbers at the border, the published figures, and too few selections."""

import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from assessments.statistics.adverse_impact import (
    Group,
    ImpactSign,
    expected_ratio,
    fails_four_fifths,
    fisher,
    flips,
    impact_of,
)
from assessments.statistics.figures import Reason


@pytest.mark.parametrize(
    ("selected", "ratio", "fails"), [(45, 0.75, True), (48, 0.80, False), (51, 0.85, False)]
)
def test_exactly_four_fifths_is_no_impact(selected: int, ratio: float, fails: bool) -> None:
    lower, higher = Group(selected, 100), Group(60, 100)
    assert fails_four_fifths(lower, higher) is fails
    assert impact_of(lower, higher).ratio.value == pytest.approx(ratio, abs=1e-12)


def test_three_of_twenty_and_one_of_ten_are_too_few_selections_to_judge() -> None:
    found = impact_of(Group(3, 20), Group(1, 10))
    assert found.ratio.value == pytest.approx(2 / 3, abs=1e-12)
    assert found.probability == 1
    assert found.flips
    assert found.sign is ImpactSign.TOO_FEW_SELECTIONS


def test_forty_eight_of_eighty_and_twelve_of_forty_indicate_impact() -> None:
    found = impact_of(Group(48, 80), Group(12, 40))
    assert found.ratio.value == pytest.approx(0.5, abs=1e-12)
    assert found.probability is not None
    assert float(found.probability) == pytest.approx(0.003409, abs=1e-6)
    assert (found.flips, found.sign) == (False, ImpactSign.INDICATED)


def test_the_lady_tasting_tea() -> None:
    assert fisher(Group(3, 4), Group(1, 4)) == Fraction(34, 70)


@pytest.mark.parametrize(
    ("difference", "rate", "minority", "printed"),
    [(0.15, 0.25, 0.30, 0.823416), (0.40, 0.10, 0.15, 0.470816)],
)
def test_the_ratio_to_expect_from_a_difference_between_groups(
    difference: float, rate: float, minority: float, printed: float
) -> None:
    assert expected_ratio(difference, rate, minority) == pytest.approx(printed, abs=1e-6)


GROUPS = st.integers(5, 400).flatmap(
    lambda size: st.integers(0, size).map(lambda selected: Group(selected, size))
)


@given(GROUPS, GROUPS)
def test_fisher_agrees_with_scipy(first: Group, second: Group) -> None:
    rest = [group.candidates - group.selected for group in (first, second)]
    table = [[first.selected, rest[0]], [second.selected, rest[1]]]
    assert float(fisher(first, second)) == pytest.approx(fisher_exact(table).pvalue, abs=1e-9)


@given(GROUPS, GROUPS)
def test_it_does_not_matter_which_group_is_named_first(first: Group, second: Group) -> None:
    here, there = impact_of(first, second), impact_of(second, first)
    assert (here.sign, here.probability) == (there.sign, there.probability)
    assert here.ratio.value == pytest.approx(there.ratio.value, abs=1e-12)


@given(GROUPS, GROUPS)
@example(Group(1, 5), Group(0, 96))
def test_where_impact_is_indicated_no_single_choice_would_turn_it_round(
    first: Group, second: Group
) -> None:
    found = impact_of(first, second)
    assert found.sign is not ImpactSign.INDICATED or not found.flips
    if found.ratio.value is not None:
        assert math.isfinite(found.ratio.value)
        assert found.ratio.value <= 1


@pytest.mark.parametrize(
    ("first", "second", "pool", "reason"),
    [
        (Group(1, 4), Group(20, 40), None, Reason.TOO_FEW_UNITS),
        (Group(1, 6), Group(20, 40), 301, Reason.TOO_FEW_UNITS),
        (Group(1, 6), Group(20, 40), 300, None),
        (Group(0, 40), Group(0, 40), None, Reason.NO_VARIANCE),
        (Group(0, 40), Group(20, 40), None, None),
        (Group(40, 40), Group(40, 40), None, None),
    ],
)
def test_where_there_is_too_little_to_say_it_says_why(
    first: Group, second: Group, pool: int | None, reason: Reason | None
) -> None:
    found = impact_of(first, second, pool)
    assert found.ratio.reason is reason
    if reason:
        assert (found.probability, found.flips, found.sign) == (None, None, None)


@given(GROUPS, GROUPS)
def test_the_interval_holds_the_ratio(first: Group, second: Group) -> None:
    ratio = impact_of(first, second).ratio
    if ratio.value is not None:
        assert ratio.interval
        assert ratio.interval.low <= ratio.value + 1e-12
        assert ratio.value <= ratio.interval.high + 1e-12


def test_all_of_five_and_all_of_five_prove_little() -> None:
    interval = impact_of(Group(5, 5), Group(5, 5)).ratio.interval
    assert interval
    assert interval.low < 0.8
    assert interval.high > 1.2


def test_ten_thousand_candidates_are_counted_in_no_time() -> None:
    assert fisher(Group(1500, 10_000), Group(1600, 10_000)) < Fraction(6, 100)


def test_one_selection_cannot_flip_a_group_that_was_selected_whole() -> None:
    assert not flips(Group(10, 10), Group(10, 10))
    assert not flips(Group(0, 10), Group(0, 10))


def test_numbers_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="selected"):
        Group(5, 4)
    with pytest.raises(ValueError, match="pool"):
        impact_of(Group(5, 10), Group(5, 10), 19)
    with pytest.raises(ValueError, match="shares"):
        expected_ratio(0.5, 0, 0.5)
