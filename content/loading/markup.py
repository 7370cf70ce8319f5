"""What may not stand in a lesson, and the one mark that may: ``**bold**``."""

import re

from content.bodies import Line, Span

_FORBIDDEN = (
    (re.compile(r"<[A-Za-z/!?]|&(?:[A-Za-z]+|#\d+);"), "HTML may not stand here"),
    (re.compile(r"!\["), "an image may not stand here"),
    (re.compile(r"\]\(|<https?:"), "a link may not stand here"),
    (re.compile(r"`"), "code marks may not stand here"),
)
_STRONG = re.compile(r"\*\*(.+?)\*\*")


def forbidden_in(text: str) -> str:
    """What in a text may not stand in a lesson; empty when all of it may."""
    for pattern, problem in _FORBIDDEN:
        if found := pattern.search(text):
            return f"{problem}: {text[found.start() : found.start() + 24]!r}"
    return ""


def line_of(text: str) -> Line:
    """The spans of a line. Raises ValueError for anything that may not stand there."""
    if problem := forbidden_in(text):
        raise ValueError(problem)
    parts = _STRONG.split(text.strip())
    if any("**" in part for part in parts):
        raise ValueError(f"** without its partner: {text[:24]!r}")
    spans = (Span(part, strong=index % 2 == 1) for index, part in enumerate(parts))
    return tuple(span for span in spans if span.text)


def joined(lines: list[str]) -> str:
    """Lines as one; a blank goes between them except next to Japanese."""
    whole = lines[0].rstrip()
    for line in lines[1:]:
        blank = " " if whole[-1:].isascii() and line[:1].isascii() else ""
        whole += blank + line.strip()
    return whole
