"""How far two answers lie apart, and when somebody has to explain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.agreement import (
    Spread,
    difference_of,
    needs_reason,
    spread_of,
)
from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from tests.assessments.builders import NOT_APPLICABLE, NOT_OBSERVED, answer_of

answers = st.sampled_from([None, *Level, *Exemption])


def maybe(value: int | Exemption | None) -> Answer | None:
    return None if value is None else answer_of(value)


@pytest.mark.parametrize(
    ("by_self", "by_manager", "difference"),
    [
        (3, 3, 0),
        (4, 2, 2),
        (0, 5, -5),
        (3, None, None),
        (None, 3, None),
        (NOT_APPLICABLE, 3, None),
        (3, NOT_OBSERVED, None),
    ],
)
def test_a_difference_is_self_minus_manager_and_needs_two_levels(
    by_self: int | Exemption | None, by_manager: int | Exemption | None, difference: int | None
) -> None:
    assert difference_of(maybe(by_self), maybe(by_manager)) == difference


@pytest.mark.parametrize(
    ("by_self", "by_manager", "spread"),
    [
        (3, 3, Spread.EQUAL),
        (NOT_APPLICABLE, NOT_APPLICABLE, Spread.EQUAL),
        (None, None, Spread.EQUAL),
        (3, 4, Spread.NEAR),
        (3, 2, Spread.NEAR),
        (3, 1, Spread.WIDE),
        (0, 5, Spread.WIDE),
        (0, NOT_OBSERVED, Spread.ONE_SIDED),
        (NOT_APPLICABLE, 0, Spread.ONE_SIDED),
        (None, 0, Spread.ONE_SIDED),
    ],
)
def test_a_pair_is_equal_near_wide_or_one_sided(
    by_self: int | Exemption | None, by_manager: int | Exemption | None, spread: Spread
) -> None:
    assert spread_of(maybe(by_self), maybe(by_manager)) is spread


@pytest.mark.parametrize(
    ("by_self", "by_manager", "agreed", "is_needed"),
    [
        (3, 3, 3, False),
        (3, 3, 4, True),
        (3, 4, 3, False),
        (3, 4, 4, False),
        (3, 4, 2, True),
        (2, 4, 2, True),
        (2, 4, 3, True),
        (3, NOT_OBSERVED, 3, False),
        (3, NOT_OBSERVED, 4, True),
        (3, NOT_APPLICABLE, NOT_APPLICABLE, False),
        (3, 3, NOT_APPLICABLE, True),
    ],
)
def test_a_reason_is_needed_after_a_wide_difference_or_for_a_third_answer(
    by_self: int | Exemption, by_manager: int | Exemption, agreed: int | Exemption, is_needed: bool
) -> None:
    pair = (answer_of(by_self), answer_of(by_manager))
    assert needs_reason(*pair, answer_of(agreed)) is is_needed


@given(answers, answers)
def test_a_difference_turns_its_sign_when_the_sides_change(
    one: Answer | None, other: Answer | None
) -> None:
    difference = difference_of(one, other)
    assert difference_of(other, one) == (None if difference is None else -difference)
    assert spread_of(one, other) is spread_of(other, one)
