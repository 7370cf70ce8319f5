"""Intraclass correlations: the published figures, and what has to hold of any block."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.statistics.figures import Reason, Verdict
from assessments.statistics.intraclass import (
    averaged_over,
    consistency_interval,
    mean_squares,
    panel_mean,
    single_interval,
    single_rater,
)
from tests.assessments.statistics.published import SHROUT_FLEISS, ratings
from tests.assessments.statistics.strategies import Table, blocks

SQUARES = mean_squares(np.array(SHROUT_FLEISS))


def test_the_published_mean_squares_come_out() -> None:
    found = (SQUARES.between, SQUARES.within, SQUARES.judges, SQUARES.error)
    assert [round(each, 2) for each in found] == [11.24, 6.26, 32.49, 1.02]


def test_the_six_published_correlations_come_out() -> None:
    found = (
        SQUARES.one_way(1),
        SQUARES.single(),
        SQUARES.consistency(1),
        SQUARES.one_way(4),
        SQUARES.average(),
        SQUARES.consistency(4),
    )
    printed = (0.165742, 0.289764, 0.714841, 0.442797, 0.620051, 0.909316)
    assert found == pytest.approx(printed, abs=1e-6)


def test_the_published_intervals_come_out() -> None:
    single = single_interval(SQUARES)
    assert single == pytest.approx((0.0188, 0.7611), abs=5e-5)
    averaged = [averaged_over(each, 4) for each in single]
    assert averaged == pytest.approx([0.0711, 0.9272], abs=5e-5)
    assert consistency_interval(SQUARES) == pytest.approx((0.3425, 0.9459), abs=5e-5)


@given(blocks(), st.permutations(range(3)))
def test_the_order_of_units_and_raters_changes_nothing(table: Table, seats: list[int]) -> None:
    mixed = [[row[seat] for seat in seats] for row in reversed(table)]
    assert panel_mean(mixed).value == pytest.approx(panel_mean(table).value, abs=1e-12)
    assert single_rater(mixed).value == pytest.approx(single_rater(table).value, abs=1e-12)


@given(blocks(), st.integers(-3, 3), st.sampled_from((1, 2, 4)))
def test_a_shifted_or_stretched_scale_changes_nothing(
    table: Table, shift: int, stretch: int
) -> None:
    other: Table = [[(x or 0) * stretch + shift for x in row] for row in table]
    assert single_rater(other).value == pytest.approx(single_rater(table).value, abs=1e-12)


@given(blocks())
def test_the_interval_holds_the_value_and_the_mean_of_a_panel_is_no_worse_than_one_rater(
    table: Table,
) -> None:
    one, panel = single_rater(table), panel_mean(table)
    assume(one.value is not None and panel.value is not None)
    assert one.value is not None
    assert panel.value is not None
    assume(one.interval is not None)
    assert one.interval
    assert one.interval.low <= one.value + 1e-12
    assert one.value <= one.interval.high + 1e-12
    assert one.value < 0 or panel.value >= one.value - 1e-12


def test_at_the_lowest_value_that_there_can_be_the_formula_gives_no_interval() -> None:
    """Two raters who turn every order round but for one rating."""
    there, back = [4.0, 1.0], [1.0, 4.0]
    figure = single_rater(ratings([there] * 7 + [back] * 4 + [[5.0, 1.0]]))
    assert figure.value == pytest.approx(-0.9, abs=0.01)
    assert figure.interval is None


def test_one_rater_in_total_disagreement_has_an_interval_below_nothing() -> None:
    rows = [[1, 1, 1]] * 2 + [[1, 1, 2]] * 4 + [[1, 2, 1]] * 3 + [[2, 1, 1]]
    figure = single_rater(ratings([[float(x) for x in row] for row in rows]))
    assert figure.value is not None
    assert figure.interval
    assert figure.interval.low <= figure.value <= figure.interval.high < 0


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([], Reason.TOO_FEW_UNITS),
        (ratings(SHROUT_FLEISS), Reason.TOO_FEW_UNITS),
        ([[float(n)] for n in range(20)], Reason.TOO_FEW_RATERS),
        ([[4.0, 4.0]] * 20, Reason.NO_VARIANCE),
        ([[4.0, 5.0]] * 20, Reason.NO_VARIANCE),
        ([[19 / 6] * 3] * 30, Reason.NO_VARIANCE),
        ([[3.1, 3.7]] * 40, Reason.NO_VARIANCE),
        ([[1.0, None], [None, 2.0]] * 20, Reason.TOO_FEW_UNITS),
    ],
)
def test_where_there_is_too_little_to_say_it_says_why(table: Table, reason: Reason) -> None:
    assert single_rater(table).reason is reason
    assert panel_mean(table).reason is reason


def test_units_that_not_everybody_rated_are_dropped_and_counted() -> None:
    table: Table = [*ratings(SHROUT_FLEISS * 2), [1.0, None, 2.0, 3.0]]
    sample = panel_mean(table).of.sample
    assert (sample.units, sample.raters, sample.dropped) == (12, 4, 1)


def test_raters_that_nearly_agree_are_excellent_and_one_step_apart_still_bounded() -> None:
    alike: Table = [[float(n % 5)] * 3 for n in range(30)]
    assert (panel_mean(alike).value, panel_mean(alike).interval) == (1.0, None)
    close: Table = [[0.0, 0.0, 1.0], *alike[1:]]
    assert panel_mean(close).verdict is Verdict.EXCELLENT
    apart: Table = [[float(n % 5), n % 5 + 1.0, n % 5 + 2.0] for n in range(30)]
    figure = single_rater(apart)
    assert figure.value is not None
    assert 0 < figure.value < 1


def test_a_panel_in_total_disagreement_is_poor_and_never_below_nothing() -> None:
    """Orders of 1, 3, 5 in which every candidate comes out alike, but for a little."""
    orders = [(1, 3, 5), (3, 5, 1), (5, 1, 3), (1, 5, 3), (5, 3, 1), (3, 1, 5)]
    table: Table = [[float(x) for x in orders[n % 6]] for n in range(30)]
    table[0] = [1.0, 3.0, 4.0]
    figure = panel_mean(table)
    assert (figure.value, figure.interval, figure.verdict) == (0, None, Verdict.POOR)
    edge = [[2, 4], [1, 5], [2, 4], [1, 5], [5, 1], [1, 5], [4, 2], [1, 5], [4, 2], [5, 3]]
    assert panel_mean(ratings([[float(x) for x in row] for row in edge])).value == 0


@given(blocks(), blocks(units=12, raters=4))
def test_an_interval_never_has_its_ends_the_wrong_way_round(first: Table, second: Table) -> None:
    for table in (first, second):
        for figure in (single_rater(table), panel_mean(table)):
            assert figure.interval is None or figure.interval.low <= figure.interval.high


def test_a_verdict_needs_thirty_units_and_three_raters() -> None:
    close: Table = [[n % 5 + 0.0, n % 5 + 0.0, n % 5 + n % 2] for n in range(30)]
    assert panel_mean(close).verdict is Verdict.EXCELLENT
    assert panel_mean([row[1:] for row in close]).verdict is None
    assert panel_mean(close[1:]).verdict is None
