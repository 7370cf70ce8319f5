"""AC1 and AC2: a published figure, and what they are for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.statistics.figures import Reason, Verdict
from assessments.statistics.gwet import ac2_of, coefficient, is_one_sided
from assessments.statistics.kappas import quadratic_weights
from assessments.statistics.krippendorff import Metric, alpha
from tests.assessments.statistics.published import KRIPPENDORFF
from tests.assessments.statistics.strategies import SCALE, Table, holed, rows


def test_without_weights_it_is_the_ac1_that_irrcac_prints_for_these_ratings() -> None:
    found = coefficient(KRIPPENDORFF, SCALE, 1 - np.eye(5))
    assert found == pytest.approx(0.77544, abs=5e-6)


def test_with_quadratic_weights_it_is_the_ac2_worked_out_apart_from_our_code() -> None:
    assert ac2_of(KRIPPENDORFF, SCALE).value == pytest.approx(0.9140007, abs=1e-7)


@given(holed(), st.permutations(range(4)))
def test_the_order_of_units_and_raters_changes_nothing(table: Table, seats: list[int]) -> None:
    mixed = [[row[seat] for seat in seats] for row in reversed(table)]
    assert ac2(mixed) == pytest.approx(ac2(table), abs=1e-12)


@given(holed())
def test_turning_the_scale_round_changes_nothing(table: Table) -> None:
    turned = [[None if x is None else 6 - x for x in row] for row in table]
    assert ac2(turned) == pytest.approx(ac2(table), abs=1e-12)


def test_where_nearly_all_say_the_same_alpha_falls_and_ac2_does_not() -> None:
    table = rows((28, (4, 4)), (1, (4, 3)), (1, (3, 4)))
    assert is_one_sided(table)
    low, high = alpha(table, Metric.ORDINAL), ac2_of(table, SCALE).value
    assert low is not None
    assert high is not None
    assert low < 0
    assert high > 0.95
    assert ac2(table) == high


def test_ratings_spread_over_the_scale_are_not_one_sided() -> None:
    assert not is_one_sided(KRIPPENDORFF)
    assert not is_one_sided([])


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([], Reason.TOO_FEW_UNITS),
        ([[1.0, None]] * 30, Reason.TOO_FEW_RATERS),
        ([[1.0, 1.0]] * 9, Reason.TOO_FEW_UNITS),
        ([[3.0, 3.0]] * 30, None),
    ],
)
def test_where_there_is_too_little_to_say_it_says_why(table: Table, reason: Reason | None) -> None:
    assert ac2_of(table, SCALE).reason is reason


def test_a_verdict_needs_thirty_units_and_ratings_that_differ() -> None:
    table = rows((15, (1, 1)), (14, (5, 5)), (1, (4, 5)))
    assert ac2_of(table, SCALE).verdict is Verdict.USABLE
    assert ac2_of(table[1:], SCALE).verdict is None
    alike = ac2_of([[3.0, 3.0]] * 30, SCALE)
    assert (alike.value, alike.interval, alike.verdict) == (1, None, None)


def test_a_unit_rated_once_counts_for_chance_and_is_not_dropped() -> None:
    table: Table = rows((12, (1, 2)))
    more: Table = [*table, *[[5.0, None]] * 20]
    assert ac2_of(more, SCALE).value != ac2_of(table, SCALE).value
    sample = ac2_of(more, SCALE).of.sample
    assert (sample.units, sample.dropped) == (12, 0)


def test_another_scale_is_another_figure_and_unrated_units_are_counted_as_dropped() -> None:
    table: Table = [*rows((10, (1, 2))), [None, None]]
    short, long = ac2_of(table, (1, 2, 3)), ac2_of(table, SCALE)
    assert short.value != long.value
    assert short.of.snapshot != long.of.snapshot
    assert short.of.sample.dropped == 1


def test_a_rating_off_the_scale_and_a_scale_of_one_point_are_refused() -> None:
    with pytest.raises(ValueError, match="not on the scale"):
        ac2_of([[7.0, 1.0]] * 12, SCALE)
    with pytest.raises(ValueError, match="two points"):
        ac2_of([[1.0, 1.0]] * 12, (1.0,))


def ac2(table: Table) -> float | None:
    return coefficient(table, SCALE, quadratic_weights(len(SCALE)))
