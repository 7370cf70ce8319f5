"""Severity: the published model, and raters who cannot be compared."""

import random
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.statistics.crossed_effects import fit
from assessments.statistics.figures import Reason
from assessments.statistics.intraclass import mean_squares
from assessments.statistics.severity import is_connected, severities_of
from tests.assessments.statistics.published import PENICILLIN, ratings
from tests.assessments.statistics.strategies import Table
from tests.pace import paces

NAMES = ("A", "B", "C", "D", "E", "F")
TABLE = np.array(PENICILLIN)


def test_the_published_components_come_out() -> None:
    fitted = fit(TABLE)
    assert fitted
    found = fitted.components
    assert found.unit == pytest.approx(0.8467, abs=5e-5)
    assert found.rater == pytest.approx(1.9316, abs=5e-5)
    assert found.residual == pytest.approx(0.549923, abs=1e-6)
    assert found.mean == pytest.approx(22.9722, abs=5e-5)
    assert found.criterion == pytest.approx(330.8606, abs=5e-5)


def test_the_search_finds_the_closed_form_that_a_complete_block_has() -> None:
    """With one rating missing it is searched for; so many others hardly notice."""
    gap = TABLE.copy()
    gap[0, 0] = np.nan
    searched, whole = fit(gap), fit(TABLE)
    assert searched
    assert whole
    assert searched.raters == pytest.approx(whole.raters, abs=0.05)
    assert searched.components.rater == pytest.approx(whole.components.rater, abs=0.02)


def test_a_balanced_block_has_the_closed_form_of_its_mean_squares() -> None:
    fitted, squares = fit(TABLE), mean_squares(TABLE)
    assert fitted
    assert fitted.components.unit == pytest.approx(
        sqrt((squares.between - squares.error) / 6), abs=1e-5
    )
    assert fitted.components.rater == pytest.approx(
        sqrt((squares.judges - squares.error) / 24), abs=1e-5
    )
    assert fitted.components.residual == pytest.approx(sqrt(squares.error), abs=1e-6)


def test_the_published_effects_come_out_as_severities() -> None:
    found = severities_of(ratings(PENICILLIN), NAMES)
    printed = (2.1871, -1.0105, 1.9379, -0.0969, -0.0138, -3.0037)
    for name, effect in zip(NAMES, printed, strict=True):
        assert found[name].value == pytest.approx(-effect, abs=5e-5)


def test_the_interval_is_that_of_the_difference_from_the_mean_of_the_others() -> None:
    """Residual ÷ √24 plates, but for the part that six samples have in their own mean."""
    expected = 0.549923 / sqrt(24) * sqrt(5 / 6)
    for figure in severities_of(ratings(PENICILLIN), NAMES).values():
        assert figure.value is not None
        assert figure.interval
        assert figure.interval.high - figure.value == pytest.approx(1.96 * expected, rel=0.01)


def test_who_shares_too_few_units_is_left_out_and_the_rest_is_compared() -> None:
    few: Table = [[*row, 24.0 if place < 4 else None] for place, row in enumerate(PENICILLIN)]
    found, without = severities_of(few, (*NAMES, "G")), severities_of(ratings(PENICILLIN), NAMES)
    assert found["G"].reason is Reason.TOO_FEW_UNITS
    for name in NAMES:
        assert found[name].value == pytest.approx(without[name].value, abs=1e-9)


def test_each_rater_says_how_many_units_of_her_own_there_are() -> None:
    few: Table = [
        [*row[:5], row[5] if place < 7 else None] for place, row in enumerate(ratings(PENICILLIN))
    ]
    found = severities_of(few, NAMES)
    assert (found["A"].of.sample.units, found["F"].of.sample.units) == (24, 7)


@pytest.mark.parametrize("rest", [1e-7, 2e-9])
def test_a_block_that_all_but_adds_up_has_no_severity(rest: float) -> None:
    table: Table = [[n + 0.0, n + 1.0, n + 2.0] for n in range(20)]
    table[0] = [rest, 1.0, 2.0]
    assert severities_of(table, NAMES[:3])["A"].reason is Reason.NO_VARIANCE


def test_maximum_likelihood_gives_its_own_published_components() -> None:
    fitted = fit(TABLE, restricted=False)
    assert fitted
    found = (fitted.components.unit, fitted.components.rater, fitted.components.residual)
    assert found == pytest.approx((0.8456, 1.7706, 0.5499), abs=5e-5)


@settings(max_examples=10)
@given(st.permutations(range(6)), st.integers(-4, 4))
def test_seats_and_the_zero_of_the_scale_change_no_severity(seats: list[int], shift: int) -> None:
    moved: Table = [[row[seat] + shift for seat in seats] for row in reversed(PENICILLIN)]
    here = severities_of(ratings(PENICILLIN), NAMES)
    there = severities_of(moved, tuple(NAMES[seat] for seat in seats))
    for name in NAMES:
        assert there[name].value == pytest.approx(here[name].value, abs=1e-12)


def test_raters_who_saw_other_people_are_still_compared_while_a_chain_links_them() -> None:
    table: Table = [
        [*row[:4], None, None] if place < 12 else [None, None, *row[2:]]
        for place, row in enumerate(ratings(PENICILLIN))
    ]
    found = severities_of(table, NAMES)
    assert found["F"].value is not None
    assert found["A"].value is not None
    assert found["F"].value > 1 > -1 > found["A"].value


def test_two_panels_that_share_nobody_are_not_connected() -> None:
    halves: Table = [
        [*row[:3], None, None, None] if place < 12 else [None, None, None, *row[3:]]
        for place, row in enumerate(ratings(PENICILLIN))
    ]
    assert not is_connected(np.array([[np.nan if x is None else x for x in row] for row in halves]))
    assert {each.reason for each in severities_of(halves, NAMES).values()} == {Reason.NOT_CONNECTED}


@pytest.mark.parametrize(
    ("table", "names", "reason"),
    [
        ([], NAMES, Reason.TOO_FEW_UNITS),
        ([[1.0, 2.0]] * 30, NAMES[:2], Reason.TOO_FEW_RATERS),
        ([[1.0, 2.0, 3.0]] * 4, NAMES[:3], Reason.TOO_FEW_UNITS),
        ([[1.0, 2.0, None]] * 20, NAMES[:3], Reason.TOO_FEW_RATERS),
        ([[3.0, 3.0, 3.0]] * 20, NAMES[:3], Reason.NO_VARIANCE),
        ([[float(n % 5)] * 3 for n in range(20)], NAMES[:3], Reason.NO_VARIANCE),
        ([[n + 0.0, n + 1.0, n + 2.0] for n in range(20)], NAMES[:3], Reason.NO_VARIANCE),
    ],
)
def test_where_there_is_too_little_to_say_it_says_why(
    table: Table, names: tuple[str, ...], reason: Reason
) -> None:
    found = severities_of(table, names)
    assert set(found) == set(names)
    assert {each.reason for each in found.values()} == {reason}


def test_raters_whom_only_chance_tells_apart_get_no_severity() -> None:
    luck = random.Random(4)
    table: Table = [
        [unit + luck.choice((-1.0, 0.0, 1.0)) for _ in range(3)]
        for unit in (luck.uniform(1, 9) for _ in range(40))
    ]
    centred = np.array(table) - np.array(table).mean(axis=0)
    alike: Table = [[float(x) for x in row] for row in centred]
    found = severities_of(alike, NAMES[:3])
    assert {each.reason for each in found.values()} == {Reason.NO_VARIANCE}


def test_ten_times_as_many_candidates_take_far_less_than_a_hundred_times_as_long() -> None:
    luck = random.Random(5)
    table: Table = [[float(luck.randint(1, 5)) + 0.2 * k for k in range(6)] for _ in range(1000)]
    assert severities_of(table, NAMES)["A"].value is not None
    few = table[:100]
    assert paces(lambda: severities_of(table, NAMES), lambda: severities_of(few, NAMES)) < 50


def test_every_column_has_a_name() -> None:
    with pytest.raises(ValueError, match="every column needs a rater"):
        severities_of(ratings(PENICILLIN), NAMES[:5])
