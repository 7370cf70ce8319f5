"""How far two ratings of the same skill lie apart, and what that asks for."""

from enum import StrEnum

from assessments.levels import Level
from assessments.ratings import Answer

WIDE_FROM = 2
"""From this difference on both sides explain what they saw."""


class Spread(StrEnum):
    """How a pair of ratings is shown side by side."""

    EQUAL = "equal"
    NEAR = "near"
    WIDE = "wide"
    ONE_SIDED = "one_sided"


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
