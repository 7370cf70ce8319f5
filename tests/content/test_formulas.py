"""Formulas in data files: four operations, exactly, and nothing else."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.formulas import formula_of

numbers = st.fractions(-1000, 1000, max_denominator=100)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("(240000 - 180000) * 12", 720_000),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("-3 * -2", 6),
        ("7 / 2", Fraction(7, 2)),
        ("2 * (3 + 4) / 7", 2),
    ],
)
def test_arithmetic_is_exact(source: str, value: Fraction) -> None:
    assert formula_of(source).value({}) == value


def test_names_may_stand_in_braces_or_alone() -> None:
    values = {"price": Fraction(5), "count": Fraction(3)}
    for source in ("{price} * {count}", "price * count"):
        assert formula_of(source).value(values) == 15
        assert set(formula_of(source).names) == {"price", "count"}


def test_the_same_formula_is_equal() -> None:
    assert formula_of("{a} + 1") == formula_of("{a} + 1")


@pytest.mark.parametrize(
    "source",
    ["", "1 +", "a ** 2", "f(1)", "a.b", "'x'", "True", "a if b else c", "[1]", "a := 1", "{a b}"],
)
def test_anything_else_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"is no formula|may hold only"):
        formula_of(source)


def test_dividing_by_nothing_is_an_error_of_arithmetic() -> None:
    with pytest.raises(ZeroDivisionError):
        formula_of("1 / (2 - 2)").value({})


@given(a=numbers, b=numbers, c=numbers)
def test_the_usual_order_of_operations_holds(a: Fraction, b: Fraction, c: Fraction) -> None:
    values = {"a": a, "b": b, "c": c}
    assert formula_of("a + b * c - (a - b)").value(values) == a + b * c - (a - b)
