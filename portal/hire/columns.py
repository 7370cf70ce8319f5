"""The columns of a table of material: how wide they are on paper, and which hold figures."""

import unicodedata
from collections.abc import Sequence

from assessments.text import Language
from assessments.work_samples import DataTable
from portal.web.language import tr
from portal.web.prose import are_figures

WHOLE, STEP, NARROWEST, WIDEST = 100, 5, 10, 60
"""In percent; the stylesheet has a class for each step."""

_WIDE = frozenset("WFA")


def column_shares(table: DataTable, language: Language) -> Sequence[int]:
    """Widths in percent by the longest word or half of the longest cell; they add up to 100.

    Fixed widths print fastest, and so must fit.
    """
    needs = [_need(table, place, language) for place in range(len(table.columns))]
    shares = [_stepped(WHOLE * need / sum(needs)) for need in needs]
    order = sorted(range(len(shares)), key=lambda place: -needs[place])
    while sum(shares) != WHOLE:
        step = STEP if sum(shares) < WHOLE else -STEP
        place = next(each for each in order if NARROWEST <= shares[each] + step <= WIDEST)
        shares[place] += step
    return shares


def figure_columns(table: DataTable) -> frozenset[int]:
    """Places of the columns that hold nothing but figures; the first one names the rows."""
    return frozenset(
        place
        for place in range(1, len(table.columns))
        if are_figures(tr(cell) for cell in table.column(place))
    )


def _need(table: DataTable, place: int, language: Language) -> float:
    cells = [table.columns[place], *table.column(place)]
    texts = [cell.in_language(language) for cell in cells]
    longest_word = max(_width(word) for text in texts for word in text.split() or [""])
    whole = max(map(_width, texts))
    return max(4.0, whole / 2, longest_word if language == "en" else whole / 3)


def _width(text: str) -> int:
    """In half-width letters."""
    return sum(2 if unicodedata.east_asian_width(each) in _WIDE else 1 for each in text)


def _stepped(share: float) -> int:
    return min(WIDEST, max(NARROWEST, STEP * round(share / STEP)))
