"""Text that a spreadsheet program would take for a formula, on its way out and back in."""

import unicodedata

STARTS_FORMULA = frozenset("=+-@|−")
"""What makes a spreadsheet calculate; U+2212 is what some keyboards give for a minus."""

BREAKS = frozenset("\t\r\n")
GUARD = "'"


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula.

    Signs count in their full-width forms and behind blanks; a tab or line break in front counts
    by itself.
    """
    bare = text.lstrip()
    has_break = not BREAKS.isdisjoint(text[: len(text) - len(bare)])
    is_formula = unicodedata.normalize("NFKC", bare[:1]) in STARTS_FORMULA
    return GUARD + text if has_break or is_formula else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    inner = text.removeprefix(GUARD)
    return inner if inner != text and guarded(inner) == text else text
