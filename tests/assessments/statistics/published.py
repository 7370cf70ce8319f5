"""Published ratings with published answers. Units are rows, raters are columns."""

from collections.abc import Sequence

Table = list[list[float | None]]


def _by_rater(lines: str) -> Table:
    rows = [line.split() for line in lines.strip().splitlines()]
    return [
        [None if each == "." else float(each) for each in unit] for unit in zip(*rows, strict=True)
    ]


def _by_unit(text: str) -> list[list[float]]:
    return [[float(each) for each in unit.split()] for unit in text.split("|")]


KRIPPENDORFF = _by_rater("""
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
""")
"""Krippendorff (2011): 4 coders, 12 units."""

SHROUT_FLEISS = _by_unit("9 2 5 8|6 1 3 2|8 4 6 8|7 1 2 6|10 5 6 9|6 2 4 7")
"""Shrout and Fleiss (1979): 6 targets, 4 judges."""

PENICILLIN = _by_unit(
    "27 23 26 23 23 21|27 23 26 23 23 21|25 21 25 24 24 20|26 23 25 23 23 20|25 22 26 22 23 20|"
    "24 22 25 23 22 19|24 20 23 21 22 19|26 22 26 24 24 21|24 21 24 22 22 20|24 21 24 23 22 19|"
    "26 23 26 24 24 21|25 22 26 24 24 20|26 24 26 24 25 22|26 23 26 23 23 20|26 23 25 24 24 22|"
    "25 22 25 23 23 20|25 21 24 23 23 20|25 22 24 23 23 19|24 21 23 21 21 19|26 23 26 24 24 21|"
    "25 21 24 22 22 18|25 22 25 22 22 20|24 21 24 22 24 19|24 21 24 22 21 18"
)
"""Davies and Goldsmith: 24 plates as candidates, 6 samples as raters."""

LARGE_METER = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
MINI_METER = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
"""Bland and Altman (1986): first readings of peak flow, l/min."""


def ratings(table: Sequence[Sequence[float]]) -> Table:
    """A complete table as ratings."""
    return [list(row) for row in table]
