"""Tables on a terminal, where a Japanese letter is two columns wide."""

import unicodedata
from collections.abc import Iterable, Sequence

GAP = "  "


def width_of(text: str) -> int:
    """Columns that the text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "FW" else 1 for letter in text)


def lined_up(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """One line for each row, every column as wide as its widest cell."""
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (_padded(cell, width) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip()


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))
