"""Letters that can be printed: what the fonts do not hold is replaced before the layout."""

from collections.abc import Iterable
from unicodedata import category

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

GETA = "〓"
"""The printers' sign for a letter that the case does not hold."""

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LAYOUT = frozenset("\t\n\r")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})


def held_by(fonts: Iterable[str]) -> frozenset[str]:
    """Every letter that one of these font files draws."""
    tables = (TTFont(font, lazy=True).getBestCmap() for font in fonts)
    return frozenset(chr(code) for table in tables for code in table)


def printable(page: str, held: frozenset[str]) -> str:
    """The page without control and direction signs, and with 〓 for letters no font holds."""
    strange = {sign for sign in set(page) if not _is_plain(sign, held)}
    if not strange:
        return page
    return page.translate({ord(sign): _instead_of(sign) for sign in strange})


def _is_plain(sign: str, held: frozenset[str]) -> bool:
    """U+2011 is held by fonts, but has cost WeasyPrint minutes of line breaking."""
    return sign in _LAYOUT or (sign in held and sign != "\u2011" and sign not in _DIRECTION)


def _instead_of(sign: str) -> str:
    kind = category(sign)
    if sign == "\u2011":
        return "-"
    if kind in _UNSEEN:
        return ""
    return " " if kind.startswith("Z") else GETA
