"""Running text on a page: which component shows a block."""

import re
from collections.abc import Iterable

from flask import Flask

from content.bodies import Block, Grid, Heading, Listing, Paragraph, Quote

KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Listing: "listing",
    Grid: "grid",
    Quote: "quote",
}


FIGURE = re.compile(r"[+−–-]?[¥€$£]?[\d,.]*[%円社件人時間分日回点倍]*|–")
"""A figure with its sign, currency and unit; a dash or nothing where there is none."""


def install(app: Flask) -> None:
    """Give templates the filters of this module."""
    app.add_template_filter(block_kind)
    app.add_template_filter(is_turn)
    app.add_template_filter(is_figures)


def block_kind(block: Block) -> str:
    """The name of the component for a block."""
    return KINDS[type(block)]


def is_turn(block: Block) -> bool:
    """Whether a paragraph is a turn of a dialogue: the speaker's name stands first."""
    return isinstance(block, Paragraph) and len(block.line) > 1 and block.line[0].strong


def is_figures(table: Grid, column: int) -> bool:
    """Whether a column of a table holds nothing but figures, which stand to the right."""
    cells = ("".join(span.text for span in row[column]) for row in table.rows)
    return column > 0 and are_figures(cells)


def are_figures(cells: Iterable[str]) -> bool:
    """Whether cells hold nothing but figures."""
    return all(FIGURE.fullmatch(cell.strip()) for cell in cells)
