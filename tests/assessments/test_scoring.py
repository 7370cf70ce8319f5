"""Fit, coverage and how they are printed."""

from fractions import Fraction

import pytest

from assessments.levels import Level
from assessments.scoring import (
    PARTS,
    FitBand,
    as_percent,
    attainment,
    coverage_of,
    fit_band,
    fit_of,
)
from tests.assessments.builders import rated


@pytest.mark.parametrize(
    ("level", "target", "share"),
    [(0, 3, Fraction(0)), (1, 4, Fraction(1, 4)), (3, 3, Fraction(1)), (5, 3, Fraction(1))],
)
def test_attainment_is_the_share_of_the_target_and_never_more_than_all(
    level: int, target: int, share: Fraction
) -> None:
    assert Fraction(attainment(Level(level), Level(target)), PARTS) == share


def test_fit_weighs_each_skill() -> None:
    assert fit_of(rated((4, 30, 2), (2, 10, 2))) == Fraction(30 * 1 + 10 * 2, 2 * 40)


def test_level_0_counts_as_nothing_reached() -> None:
    assert fit_of(rated((3, 50, 0), (3, 50, 3))) == Fraction(1, 2)


def test_a_skill_without_a_level_leaves_the_fit() -> None:
    assert fit_of(rated((3, 50, None), (3, 50, 3))) == 1


def test_nothing_rated_is_no_fit_and_not_a_fit_of_zero() -> None:
    assert fit_of(rated((3, 50, None))) is None
    assert fit_of(()) is None


def test_coverage_counts_weights_and_not_skills() -> None:
    assert coverage_of(rated((3, 90, 0), (3, 5, None), (3, 5, None))) == Fraction(90, 100)


def test_no_skills_at_all_are_not_covered() -> None:
    assert coverage_of(()) == 0


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (Fraction(0), "0.0"),
        (Fraction(1), "100.0"),
        (Fraction(1, 3), "33.3"),
        (Fraction(2, 3), "66.7"),
        (Fraction(1, 2000), "0.1"),
        (Fraction(849_500, 1_000_000), "85.0"),
        (Fraction(-1, 2000), "-0.1"),
    ],
)
def test_a_share_is_printed_with_one_decimal_rounded_half_up(share: Fraction, printed: str) -> None:
    assert str(as_percent(share)) == printed


@pytest.mark.parametrize(
    ("per_mille", "band"),
    [
        (1000, FitBand.AT_TARGET),
        (850, FitBand.AT_TARGET),
        (849, FitBand.NEAR),
        (700, FitBand.NEAR),
        (699, FitBand.GROWING),
        (500, FitBand.GROWING),
        (499, FitBand.FOCUS),
        (0, FitBand.FOCUS),
    ],
)
def test_the_word_for_a_fit_changes_at_85_70_and_50_percent(per_mille: int, band: FitBand) -> None:
    assert fit_band(Fraction(per_mille, 1000)) is band


def test_the_word_never_contradicts_the_printed_figure() -> None:
    almost = Fraction(84_95, 100_00)
    assert str(as_percent(almost)) == "85.0"
    assert fit_band(almost) is FitBand.AT_TARGET
