"""A line broken once in a lasting style is broken the same way in every report."""

from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

Layout = line_break.Layout
_split, _strut = line_break.split_first_line, line_break.strut
MOST_LINES = 400
"""Kept for each style; then it starts anew, so that nobody's words stay for long."""


def switch_on() -> None:
    for module in (inline, preferred, line_break):
        module.split_first_line = _split_once
    inline.strut = _strut_once


def _split_once(text: str, style: Any, context: Any, *bounds: Any, **more: Any) -> Any:
    """In place of WeasyPrint's function, whose ``context`` serves hyphenation alone."""
    lines = _lines_of(style)
    if lines is None:
        return _split(text, style, context, *bounds, **more)
    key = (text, bounds, *more.items())
    if key not in lines:
        if len(lines) >= MOST_LINES:
            lines.clear()
        lines[key] = _split(text, style, context, *bounds, **more)
    layout, *measures = lines[key]
    return (_copy(layout), *measures)


def _lines_of(style: Any) -> dict[Any, Any] | None:
    """What was broken in this style so far; None for a style that ends with its document."""
    lines: dict[Any, Any] | None = style.__dict__.get("lines")
    if lines is None and isinstance(style, AnonymousStyle):
        parent = style.parent_style
        if "lines" in parent.__dict__ and parent.anonymous_style is style:
            lines = style.lines = {}
    return lines


def _copy(layout: Any) -> Any:
    """A layout of its own for each line: WeasyPrint marks it when it draws."""
    copy = Layout.__new__(Layout)
    copy.__dict__.update(layout.__dict__)
    return copy


def _strut_once(style: Any) -> Any:
    known = style.__dict__.get("strut")
    if known is None:
        known = style.strut = _strut(style)
    return known
