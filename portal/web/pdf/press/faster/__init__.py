"""The same bytes in less time: five places where WeasyPrint computes again what it knows.

Reports are many documents of one template, so styles, line breaks and used lengths come back
in each of them. The functions replaced here are private to WeasyPrint; that is why this is
switched on for exactly one version of it, and why a test compares the bytes with and without.
"""

from weasyprint import __version__

from . import cascade, lengths, lines, pages, pango

MADE_FOR = "70.0"


def switch_on() -> bool:
    """Whether this WeasyPrint is the one that the replacements were made for."""
    if __version__ != MADE_FOR:
        return False
    for part in (cascade, lengths, lines, pages, pango):
        part.switch_on()
    return True
