"""Figures: a printed number is compared with what it follows from."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.figures import EXPRESSION, Figure, is_printed_number, rounded


def expression(of: str, shown: str) -> Figure:
    return Figure(EXPRESSION, {}, of, shown)


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        ("(240000 - 180000) * 12", "720,000"),
        ("(240000 - 180000) * 12", "¥720,000"),
        ("2 / 3", "66.7%"),
        ("2 / 3", "0.67"),
        ("1 / 8", "12.5%"),
        ("1 / 8", "13%"),
        ("0.5 - 1", "-50%"),
        ("0 - 140000", "−140,000"),
        ("30", "+30"),
        ("46.5", "€46.50"),
    ],
)
def test_a_number_holds_when_it_is_rounded_half_up(of: str, shown: str) -> None:
    assert expression(of, shown).holds


@pytest.mark.parametrize(("of", "shown"), [("2 / 3", "66.6%"), ("1 / 8", "12%"), ("94.5", "94.5%")])
def test_any_other_number_does_not(of: str, shown: str) -> None:
    assert not expression(of, shown).holds


def test_a_figure_may_follow_from_a_kpi() -> None:
    values = {"start": 8_000_000, "expansion": 200_000, "contraction": 240_000, "churned": 400_000}
    assert Figure("nrr", values, "", "94.5%").holds
    assert Figure("csat_mean", {"scores": (5, 4, 3, 4)}, "", "4.0").holds
    assert str(Figure("churn_annual", {"monthly": Fraction(1, 100)}, "", "12.0%").exact) == "11.4"


@pytest.mark.parametrize("shown", ["", "yen", "12 000", "1.2万", "12.", "50％", "1-2"])
def test_only_plain_numbers_can_be_printed(shown: str) -> None:
    assert not is_printed_number(shown)


@given(value=st.fractions(-(10**9), 10**9, max_denominator=10**6), places=st.integers(0, 3))
def test_rounding_moves_a_number_by_half_of_its_last_place_at_most(
    value: Fraction, places: int
) -> None:
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)
