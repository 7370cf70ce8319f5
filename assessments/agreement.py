"""How far two ratings of the same skill lie apart, and what that asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assessments.levels import Level
from assessments.ratings import Answer

WIDE_FROM = 2
"""From this difference on both sides explain what they saw."""

BIAS_FROM_PAIRS = 5
"""Fewest skills rated by both before a mean difference is shown."""


class Spread(StrEnum):
    """How a pair of ratings is shown side by side."""

    EQUAL = "equal"
    NEAR = "near"
    WIDE = "wide"
    ONE_SIDED = "one_sided"


@dataclass(frozen=True, slots=True)
class Bias:
    """Mean of self minus manager, in levels, over ``pairs`` skills rated by both."""

    mean: Fraction
    pairs: int


def difference_of(by_self: Answer | None, by_manager: Answer | None) -> int | None:
    """Self minus manager in levels; None unless both gave a level."""
    if isinstance(by_self, Level) and isinstance(by_manager, Level):
        return by_self - by_manager
    return None


def spread_of(by_self: Answer | None, by_manager: Answer | None) -> Spread:
    if by_self == by_manager:
        return Spread.EQUAL
    difference = difference_of(by_self, by_manager)
    if difference is None:
        return Spread.ONE_SIDED
    return Spread.WIDE if abs(difference) >= WIDE_FROM else Spread.NEAR


def needs_reason(by_self: Answer | None, by_manager: Answer | None, agreed: Answer) -> bool:
    """Whether an agreed level must be explained: wide difference, or neither side's answer."""
    is_wide = spread_of(by_self, by_manager) is Spread.WIDE
    return is_wide or agreed not in (by_self, by_manager)


def bias_of(differences: Iterable[int | None]) -> Bias | None:
    """Mean difference; None below five pairs (docs/rules.md, Self and manager)."""
    known = [each for each in differences if each is not None]
    if len(known) < BIAS_FROM_PAIRS:
        return None
    return Bias(Fraction(sum(known), len(known)), len(known))
