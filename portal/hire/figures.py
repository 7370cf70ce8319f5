"""Figures of a work sample as they are printed."""

import re

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = str.maketrans({"*": "×", "/": "÷", "-": "−"})


def thousands(digits: str) -> str:
    """3604 as 3,604; what stands behind a point stays."""
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}"


def steps(sum_of: str) -> str:
    """A sum with the signs that people write: 312 × 12 − 140."""
    return _NUMBER.sub(lambda found: thousands(found[0]), sum_of).translate(_SIGNS)
