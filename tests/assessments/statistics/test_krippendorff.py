"""Alpha: the published figures to the digit, and what has to hold of any ratings."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.statistics.figures import Reason, Verdict
from assessments.statistics.krippendorff import Metric, alpha, alpha_of
from assessments.statistics.resampling import DRAWS, SEED
from tests.assessments.statistics.published import KRIPPENDORFF
from tests.assessments.statistics.strategies import Table, holed


@pytest.mark.parametrize(
    ("metric", "printed"),
    [
        (Metric.NOMINAL, 0.743421),
        (Metric.ORDINAL, 0.815388),
        (Metric.INTERVAL, 0.849107),
        (Metric.RATIO, 0.797403),
    ],
)
def test_the_published_example_gives_the_published_alpha(metric: Metric, printed: float) -> None:
    assert alpha(KRIPPENDORFF, metric) == pytest.approx(printed, abs=1e-6)


def test_the_figure_says_from_how_many_and_what_was_dropped() -> None:
    figure = alpha_of(KRIPPENDORFF)
    assert (figure.of.sample.units, figure.of.sample.raters, figure.of.sample.dropped) == (11, 4, 1)
    assert figure.value == pytest.approx(0.815388, abs=1e-6)
    assert figure.interval
    assert figure.interval.low < 0.815388 < figure.interval.high
    assert (figure.interval.draws, figure.verdict) == (1000, None)


def test_the_same_ratings_give_the_same_figure() -> None:
    assert alpha_of(KRIPPENDORFF) == alpha_of(KRIPPENDORFF)
    assert alpha_of(KRIPPENDORFF).of.snapshot != alpha_of(KRIPPENDORFF[:11]).of.snapshot


@given(holed(), st.permutations(range(4)), st.sampled_from(Metric))
def test_the_order_of_units_and_raters_changes_nothing(
    table: Table, seats: list[int], metric: Metric
) -> None:
    mixed = [[row[seat] for seat in seats] for row in reversed(table)]
    assert alpha(mixed, metric) == pytest.approx(alpha(table, metric), abs=1e-12)


@given(holed(), st.integers(-5, 5), st.integers(1, 4))
def test_interval_alpha_does_not_depend_on_where_and_how_the_scale_is_marked(
    table: Table, shift: int, stretch: int
) -> None:
    other = [[None if x is None else x * stretch + shift for x in row] for row in table]
    assert alpha(other, Metric.INTERVAL) == pytest.approx(alpha(table, Metric.INTERVAL), abs=1e-12)


@given(holed())
def test_ordinal_alpha_knows_only_the_order(table: Table) -> None:
    other = [[None if x is None else 3.0**x for x in row] for row in table]
    assert alpha(other, Metric.ORDINAL) == pytest.approx(alpha(table, Metric.ORDINAL), abs=1e-12)


@given(holed(), st.sampled_from((Metric.NOMINAL, Metric.INTERVAL, Metric.RATIO)))
def test_it_is_what_its_definition_says_pair_by_pair(table: Table, metric: Metric) -> None:
    expected = by_definition(table, metric)
    assert alpha(table, metric) == (
        None if expected is None else pytest.approx(expected, abs=1e-12)
    )


@given(holed())
def test_raters_that_agree_reach_one_and_none_go_beyond(table: Table) -> None:
    value = alpha(table, Metric.ORDINAL)
    assert value is None or value <= 1 + 1e-12
    agreeing = [[float(number % 4)] * 3 for number in range(12)]
    assert alpha(agreeing, Metric.ORDINAL) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([], Reason.TOO_FEW_UNITS),
        ([[1.0, 2.0]] * 9, Reason.TOO_FEW_UNITS),
        ([[1.0]] * 40, Reason.TOO_FEW_RATERS),
        ([[1.0, None]] * 40, Reason.TOO_FEW_RATERS),
        ([[1.0, None], [None, 2.0]] * 20, Reason.TOO_FEW_UNITS),
        ([[None, None]] * 40, Reason.TOO_FEW_UNITS),
        ([[3.0, 3.0, 3.0]] * 40, Reason.NO_VARIANCE),
        ([[3.0, 3.0]] * 39 + [[3.0, 4.0]], Reason.NO_VARIANCE),
        ([[3.0, 3.0]] * 30 + [[3.0, 4.0]] * 10, None),
    ],
)
def test_where_there_is_too_little_to_say_it_says_why(table: Table, reason: Reason | None) -> None:
    assert alpha_of(table).reason is reason


def test_a_verdict_needs_thirty_units_and_goes_by_the_lower_end() -> None:
    ladder = [[float(number % 5), float(number % 5)] for number in range(30)]
    ladder[0] = [0.0, 1.0]
    assert alpha_of(ladder).verdict is Verdict.USABLE
    assert alpha_of(ladder[:29]).verdict is None
    loose = [[a, a if number % 4 else 6 - a] for number, (a, _) in enumerate(ladder * 2)]
    assert alpha_of(loose).verdict is Verdict.DO_NOT_USE


def test_the_interval_is_the_middle_of_the_values_of_a_thousand_drawn_tables() -> None:
    table = [row for row in KRIPPENDORFF if sum(x is not None for x in row) > 1]
    drawn = np.random.default_rng(SEED).integers(0, len(table), size=(DRAWS, len(table)))
    values = [alpha([table[unit] for unit in units], Metric.NOMINAL) for units in drawn]
    interval = alpha_of(table, Metric.NOMINAL).interval
    assert interval
    ends = np.percentile([each for each in values if each is not None], (2.5, 97.5))
    assert (interval.low, interval.high) == pytest.approx(tuple(ends))


def test_ratings_that_agree_wholly_prove_no_certainty() -> None:
    figure = alpha_of([[float(number % 5)] * 2 for number in range(40)])
    assert (figure.value, figure.interval, figure.verdict) == (1, None, None)


def test_rows_of_different_length_and_endless_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="a place for every rater"):
        alpha_of([[1.0, 2.0], [1.0]])
    with pytest.raises(ValueError, match="finite"):
        alpha_of([[1.0, float("inf")]] * 12)
    with pytest.raises(ValueError, match="from 0 on"):
        alpha_of([[-1.0, 2.0]] * 12, Metric.RATIO)


def by_definition(table: Table, metric: Metric) -> float | None:
    """Krippendorff's definition, one pair of ratings after the other."""
    units = [[x for x in row if x is not None] for row in table]
    paired = [unit for unit in units if len(unit) > 1]
    values = [x for unit in paired for x in unit]
    if not values:
        return None
    observed = sum(
        apart(a, b, metric) / (len(unit) - 1) for unit in paired for a, b in permutations(unit, 2)
    )
    expected = sum(apart(a, b, metric) for a, b in permutations(values, 2))
    return 1 - observed * (len(values) - 1) / expected if expected else None


def apart(first: float, second: float, metric: Metric) -> float:
    if metric is Metric.NOMINAL:
        return float(first != second)
    if metric is Metric.INTERVAL:
        return (first - second) ** 2
    return ((first - second) / (first + second)) ** 2
