"""Combining marks: accents and the like that pile up on the sign before them."""

import re
import sys
import unicodedata
from functools import cache

MOST_MARKS = 30
"""In a row; no script needs more (Unicode Standard Annex 15, stream-safe text)."""


def has_endless_marks(text: str) -> bool:
    """Whether marks pile up beyond use. Normalising such a text takes quadratic time."""
    return not text.isascii() and _endless().search(text) is not None


@cache
def _endless() -> re.Pattern[str]:
    marks = (sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.combining(sign))
    return re.compile(f"[{''.join(marks)}]{{{MOST_MARKS + 1}}}")
