"""Kappas: the published figures, and what has to hold of any pairs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.statistics.figures import Reason, Verdict
from assessments.statistics.kappas import (
    fleiss,
    fleiss_kappa,
    kappa,
    quadratic_weights,
    standard_error,
    weighted_kappa,
)
from tests.assessments.statistics.strategies import Table, blocks, rows

COHEN = np.array([[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]]) * 200
COHEN_WEIGHTS = np.array([[0.0, 1, 3], [1, 0, 6], [3, 6, 0]])
FLEISS = np.array([[75.0, 1, 4], [5, 4, 1], [0, 0, 10]])
LEVELS = range(6)


def unweighted(size: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return 1 - np.eye(size)


def test_cohens_published_table_gives_his_kappas() -> None:
    assert kappa(COHEN, unweighted(3)) == pytest.approx(0.491525, abs=1e-6)
    assert kappa(COHEN, COHEN_WEIGHTS) == pytest.approx(0.347826, abs=1e-6)


def test_small_published_tables_and_their_standard_errors_come_out() -> None:
    assert kappa(np.array([[20.0, 5], [10, 15]]), unweighted(2)) == pytest.approx(0.4, abs=1e-12)
    assert kappa(FLEISS, unweighted(3)) == pytest.approx(0.676471, abs=1e-6)
    assert standard_error(FLEISS, unweighted(3)) == pytest.approx(0.0877, abs=5e-5)
    null = standard_error(FLEISS, unweighted(3), at_chance=True)
    assert null == pytest.approx(0.0762, abs=5e-5)


PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=72, max_size=90)


@given(PAIRS)
def test_kappa_is_the_same_from_either_side_and_in_any_order(pairs: list[tuple[int, int]]) -> None:
    here = weighted_kappa(pairs, LEVELS)
    there = weighted_kappa([(b, a) for a, b in reversed(pairs)], LEVELS)
    assert there.value == pytest.approx(here.value, abs=1e-12)


@given(PAIRS)
def test_turning_the_scale_round_changes_nothing(pairs: list[tuple[int, int]]) -> None:
    here = weighted_kappa(pairs, LEVELS)
    there = weighted_kappa([(5 - a, 5 - b) for a, b in pairs], LEVELS)
    assert there.value == pytest.approx(here.value, abs=1e-12)


def test_weights_are_the_square_of_the_distance() -> None:
    assert quadratic_weights(3).tolist() == [[0, 0.25, 1], [0.25, 0, 0.25], [1, 0.25, 0]]


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        ([], Reason.TOO_FEW_UNITS),
        ([(1, 2)] * 71, Reason.TOO_FEW_UNITS),
        ([(3, 3)] * 80, Reason.NO_VARIANCE),
        ([(3, 4), (4, 3)] * 36, None),
    ],
)
def test_it_is_shown_from_twice_the_square_of_the_scale_on(
    pairs: list[tuple[int, int]], reason: Reason | None
) -> None:
    assert weighted_kappa(pairs, LEVELS).reason is reason


def test_a_verdict_needs_a_hundred_pairs() -> None:
    close = [(number % 6, number % 6) for number in range(99)] + [(1, 2)]
    assert weighted_kappa(close, LEVELS).verdict is Verdict.USABLE
    assert weighted_kappa(close[1:], LEVELS).verdict is None


def test_the_interval_is_that_of_the_delta_method_on_every_cell_of_the_table() -> None:
    """Cohen's table: how far each cell moves kappa, by hand, without the formula of 1969."""
    pairs = [
        (a, b) for a, row in enumerate(COHEN) for b, n in enumerate(row) for _ in range(int(n))
    ]
    weights = quadratic_weights(3)
    shares, step, spread = COHEN / 200, 1e-6, 0.0
    value = kappa(shares, weights) or 0.0
    for place, share in np.ndenumerate(shares):
        moved = (1 - step) * shares
        moved[place] += step
        spread += share * (((kappa(moved, weights) or 0.0) - value) / step) ** 2
    interval = weighted_kappa(pairs, range(3)).interval
    assert interval
    assert interval.low == pytest.approx(value - 1.96 * np.sqrt(spread / 200), abs=1e-4)
    assert interval.high == pytest.approx(value + 1.96 * np.sqrt(spread / 200), abs=1e-4)


@pytest.mark.parametrize("odd", [(0, 1), (1, 1)])
def test_one_pair_that_is_not_like_ninety_nine_others_proves_nothing(odd: tuple[int, int]) -> None:
    figure = weighted_kappa([(0, 0)] * 99 + [odd], LEVELS)
    assert figure.is_shown
    assert (figure.interval, figure.verdict) == (None, None)


def test_a_level_that_is_not_on_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not on the scale: \[6\]"):
        weighted_kappa([(6, 1)] * 80, LEVELS)


def test_fleiss_kappa_of_a_small_table_done_by_hand() -> None:
    """Ten units, three raters: 8 agree wholly (5 a, 3 b), 2 have two a and one b."""
    table = rows((5, (1, 1, 1)), (3, (2, 2, 2)), (2, (1, 1, 2)))
    agreed = (8 + 2 / 3) / 10
    chance = (19 / 30) ** 2 + (11 / 30) ** 2
    assert fleiss_kappa(table).value == pytest.approx((agreed - chance) / (1 - chance), abs=1e-12)


def test_a_verdict_on_kinds_needs_thirty_units() -> None:
    table = rows((14, (1, 1, 1)), (15, (2, 2, 2)), (1, (1, 1, 2)))
    assert fleiss_kappa(table).verdict is Verdict.USABLE
    assert fleiss_kappa(table[1:]).verdict is None
    assert fleiss([]) is None


@given(blocks(), st.permutations(range(3)), st.permutations((1.0, 2.0, 3.0, 4.0, 5.0)))
def test_fleiss_kappa_knows_no_order_of_raters_or_kinds(
    table: Table, seats: list[int], names: list[float]
) -> None:
    other: Table = [[names[int(row[seat] or 0) - 1] for seat in seats] for row in table]
    assert fleiss(other) == pytest.approx(fleiss(table), abs=1e-12)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([[1.0, 1.0]] * 9, Reason.TOO_FEW_UNITS),
        ([[1.0]] * 20, Reason.TOO_FEW_RATERS),
        ([[2.0, 2.0]] * 20, Reason.NO_VARIANCE),
    ],
)
def test_fleiss_kappa_says_why_there_is_none(table: Table, reason: Reason) -> None:
    assert fleiss_kappa(table).reason is reason
