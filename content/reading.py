"""Reading time: how long a lesson takes in each language."""

import re
from fractions import Fraction

from assessments.text import Language

A_MINUTE: dict[Language, int] = {"ja": 450, "en": 180}
"""Read in a minute when one stops to think: characters of Japanese, words of English."""

MINUTES_A_QUESTION = 1
TOLERANCE = Fraction(1, 3)
"""How far the sum of a lesson's parts may be from its stated minutes."""


def length_of(text: str, language: Language) -> int:
    """What there is to read: characters without blanks in Japanese, words in English."""
    if language == "ja":
        return len(re.sub(r"\s", "", text))
    return len(re.findall(r"\S*\w\S*", text))


def minutes_of(length: int, language: Language) -> Fraction:
    """Minutes that reading takes; exact."""
    return Fraction(length, A_MINUTE[language])


def keeps_to(minutes: Fraction, stated: int) -> bool:
    """Whether the sum of the parts is within a third of the stated minutes."""
    return abs(minutes - stated) <= TOLERANCE * stated
