"""Bodies: the running text of a lesson in one language, as blocks that any page can show.

There is no HTML in them and none is made here: a page shows each block with its own component.
"""

from dataclasses import dataclass
from enum import StrEnum


class SectionName(StrEnum):
    """The sections that a lesson can have."""

    POINTS = "points"
    CARD_A = "card_a"
    CARD_B = "card_b"
    OBSERVER = "observer"
    AGENDA = "agenda"
    MATERIAL = "material"
    SCRIPT = "script"
    EXAMPLE = "example"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Span:
    """Letters that are set alike; ``strong`` ones stand out."""

    text: str
    strong: bool = False


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of the section."""

    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; in a dialogue, one turn."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; ``numbered`` where the order counts."""

    numbered: bool
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``rows`` × ``head``, every row as long as the head."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A mail or message, line by line; an empty line parts its paragraphs."""

    lines: tuple[Line, ...]


Block = Heading | Paragraph | Listing | Grid | Quote


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading as printed, and its blocks in order."""

    name: SectionName
    heading: str
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Heading))


@dataclass(frozen=True, slots=True)
class Body:
    """All sections of a lesson in one language; ``length`` is what there is to read.

    ``length`` counts characters without blanks in Japanese, words in English.
    """

    sections: tuple[Section, ...]
    length: int

    def section(self, name: SectionName) -> Section:
        """The section of this name. Raises StopIteration for one that the format has not."""
        return next(section for section in self.sections if section.name is name)


def shape_of(body: Body) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """What both languages of a lesson share: kind and size of every block, by section."""
    return tuple((section.name, tuple(map(_shape, section.blocks))) for section in body.sections)


def _shape(block: Block) -> object:
    match block:
        case Listing(numbered, items):
            return ("numbered" if numbered else "bulleted", len(items))
        case Grid(head, rows):
            return ("table", len(rows), len(head))
        case _:
            return type(block).__name__.lower()
