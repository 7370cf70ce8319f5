"""The columns of a table of material: how wide they are on paper, and which hold figures."""

import re
import unicodedata
from collections.abc import Sequence
from math import ceil

from assessments.text import Language
from assessments.work_samples import DataTable
from portal.web.language import tr
from portal.web.prose import are_figures

WHOLE, STEP, NARROWEST, WIDEST = 100, 5, 10, 60
"""In percent; the stylesheet has a class for each step."""

PADDING = 2
"""What a cell keeps free, in letters. A hundred letters fill a line, so one takes a percent."""

_UNBREAKABLE = re.compile(r"[!-,.-~]+")
_NARROW, _BROAD = frozenset("fijlrtI.,:;'()"), frozenset("mwMW")
_WIDE = frozenset("WFA")


def column_shares(table: DataTable, language: Language) -> Sequence[int]:
    """Widths in percent by the longest word or half of the longest cell; they add up to 100.

    No word of a cell is broken as long as all of them fit beside each other. Fixed widths print
    fastest, and so must fit.
    """
    places = range(len(table.columns))
    needs = [_need(table, place, language) for place in places]
    least = [_least(table, place, language) for place in places]
    shares = [max(least[each], _stepped(WHOLE * needs[each] / sum(needs))) for each in places]
    while sum(shares) < WHOLE:
        room = [each for each in places if shares[each] < WIDEST]
        shares[max(room, key=lambda each: needs[each] / shares[each])] += STEP
    while sum(shares) > WHOLE:
        room = [each for each in places if shares[each] > NARROWEST]
        shares[max(room, key=lambda each: shares[each] - least[each])] -= STEP
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


def _least(table: DataTable, place: int, language: Language) -> int:
    """So wide that no word or number is broken."""
    cells = " ".join(
        each.in_language(language) for each in (table.columns[place], *table.column(place))
    )
    longest = max(map(_letters, _UNBREAKABLE.findall(cells)), default=0.0)
    return max(NARROWEST, STEP * ceil((longest + PADDING) / STEP))


def _letters(run: str) -> float:
    """How much room a word takes, in letters of usual width."""
    return sum(0.6 if each in _NARROW else 1.5 if each in _BROAD else 1.0 for each in run)


def _width(text: str) -> int:
    """In half-width letters."""
    return sum(2 if unicodedata.east_asian_width(each) in _WIDE else 1 for each in text)


def _stepped(share: float) -> int:
    return min(WIDEST, max(NARROWEST, STEP * round(share / STEP)))
