"""How much room words take, so that labels are laid out the same everywhere without a font."""

import re
from unicodedata import east_asian_width

NO_VALUE = "–"
_WIDE, _NARROW = 1.0, 0.62
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile(r"(?<=[・、/ ])|(?<=[ァ-ー])(?=[一-龯])|(?<=[）)])")


def clean(text: str) -> str:
    """The text without characters that XML cannot carry (NUL, lone surrogates)."""
    return _NOT_XML.sub("", text)


def width_of(text: str, size: float) -> float:
    """Estimated width of a line in user units; full-width characters take one em."""
    ems = (_WIDE if east_asian_width(char) in "WFA" else _NARROW for char in text)
    return sum(ems) * size


def lines_of(text: str, size: float, room: float) -> list[str]:
    """The text in lines no wider than `room` user units, broken between words where it can be."""
    lines = [""]
    for piece in _BREAK.split(clean(text)):
        for part in _fitting(piece, size, room):
            if lines[-1] and width_of((lines[-1] + part).rstrip(), size) > room:
                lines.append("")
            lines[-1] += part
    return [line.strip() for line in lines]


def number(value: float | None) -> str:
    """A value as printed beside its mark: no needless decimals, a dash when there is none."""
    return NO_VALUE if value is None else f"{value:.1f}".removesuffix(".0")


def _fitting(piece: str, size: float, room: float) -> list[str]:
    if width_of(piece.rstrip(), size) <= room:
        return [piece]
    letters = max(1, int(len(piece) * room / width_of(piece, size)))
    return [piece[start : start + letters] for start in range(0, len(piece), letters)]
