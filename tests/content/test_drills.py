"""Drills: fresh numbers, the right answer, and what each wrong one tells."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.text import Text
from content.drills import (
    Drill,
    Mistake,
    NoNumber,
    NothingToDraw,
    Outcome,
    Range,
    drill_of,
    judged,
)
from content.figures import Unit
from content.formulas import formula_of

NO_EXPANSION = Text("拡大を足し忘れています。", "Expansion was left out.")
CHURN = Drill(
    "nrr",
    Text("{start}円、+{expansion}、−{contraction}、−{churned}", "{start} yen"),
    {
        "start": Range(Fraction(1_000_000), Fraction(9_000_000), Fraction(500_000)),
        "expansion": Range(Fraction(100_000), Fraction(900_000), Fraction(100_000)),
        "contraction": Range(Fraction(0), Fraction(90_000), Fraction(30_000)),
        "churned": Range(Fraction(10_000), Fraction(90_000), Fraction(10_000)),
    },
    (Mistake(formula_of("(start - contraction - churned) / start"), NO_EXPANSION),),
)
VALUE = Drill(
    "ltv_gross",
    Text("{price}円、{margin}、年{times_a_year}回、{years}年", "{price} yen at {margin}"),
    {
        "price": Range(Fraction(300_000), Fraction(300_000), Fraction(1)),
        "margin": Range(Fraction(6, 10), Fraction(6, 10), Fraction(1, 10)),
        "times_a_year": Range(Fraction(12), Fraction(12), Fraction(1)),
        "years": Range(Fraction(2), Fraction(2), Fraction(1)),
    },
    (),
)


def test_the_same_seed_gives_the_same_task() -> None:
    assert drill_of(CHURN, 7) == drill_of(CHURN, 7)


def test_another_seed_gives_other_numbers() -> None:
    assert len({drill_of(CHURN, seed).question.ja for seed in range(20)}) > 15


def test_numbers_are_printed_with_their_thousands_parted_and_rates_in_percent() -> None:
    task = drill_of(VALUE, 1)
    assert task.question == Text("300,000円、60%、年12回、2年", "300,000 yen at 60%")
    assert (task.unit, task.answer) == (Unit.MONEY, Decimal(4_320_000))


@pytest.mark.parametrize(
    "typed", ["4320000", "4,320,000", "¥4,320,000", "４３２００００円", " 4320000 "]
)
def test_an_answer_may_be_typed_as_people_type(typed: str) -> None:
    assert judged(drill_of(VALUE, 1), typed).outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    "typed",
    ["", "many", "NaN", "Infinity", "1.2.3", "94,5%%x", "1e9999999", "1E+1000000", "-1e-1000000"],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NoNumber):
        judged(drill_of(VALUE, 1), typed)


@pytest.mark.parametrize("typed", ["1e30", "-1e30", "1e-30", "0", "0.00"])
def test_what_is_far_off_is_still_a_number(typed: str) -> None:
    assert judged(drill_of(VALUE, 1), typed).outcome is Outcome.OTHER


def test_a_drill_that_cannot_tell_right_from_wrong_is_an_error() -> None:
    same = Mistake(formula_of("price * margin * times_a_year * years"), NO_EXPANSION)
    pointless = Drill(VALUE.formula, VALUE.story, VALUE.draw, (same,))
    with pytest.raises(NothingToDraw):
        drill_of(pointless, 1)


@given(seed=st.integers(0, 10**6))
def test_the_right_answer_is_right_and_a_known_mistake_is_explained(seed: int) -> None:
    task = drill_of(CHURN, seed)
    assert judged(task, str(task.answer)).outcome is Outcome.RIGHT
    assert judged(task, f"{task.answer}%").outcome is Outcome.RIGHT
    verdict = judged(task, str(task.wrong[0].answer))
    assert (verdict.outcome, verdict.why) == (Outcome.MISTAKE, NO_EXPANSION)
    other = max(task.answer, *(each.answer for each in task.wrong)) + 1
    assert judged(task, str(other)).outcome is Outcome.OTHER


@given(seed=st.integers(0, 10**6))
def test_every_drawn_number_keeps_to_its_range(seed: int) -> None:
    start = drill_of(CHURN, seed).question.en.removesuffix(" yen").replace(",", "")
    assert int(start) in range(1_000_000, 9_000_001, 500_000)
