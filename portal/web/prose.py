"""Running text on a page: which component shows a block."""

from flask import Flask

from content.bodies import Block, Grid, Heading, Listing, Paragraph, Quote

KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Listing: "listing",
    Grid: "grid",
    Quote: "quote",
}


def install(app: Flask) -> None:
    """Give templates the filters of this module."""
    app.add_template_filter(block_kind)
    app.add_template_filter(is_turn)


def block_kind(block: Block) -> str:
    """The name of the component for a block."""
    return KINDS[type(block)]


def is_turn(block: Block) -> bool:
    """Whether a paragraph is a turn of a dialogue: the speaker's name stands first."""
    return isinstance(block, Paragraph) and len(block.line) > 1 and block.line[0].strong
