"""``ja.md`` and ``en.md``: sections in a fixed order, blocks of five kinds."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from assessments.loading import LibraryError
from assessments.text import Language, Text
from content.bodies import Block, Body, Grid, Heading, Line, Listing, Paragraph, Quote, Section
from content.bodies import SectionName as Name
from content.lessons import Format
from content.loading.markup import joined, line_of
from content.reading import length_of

HEADINGS = {
    Name.POINTS: Text("要点", "Key points"),
    Name.CARD_A: Text("役割カードA", "Role card A"),
    Name.CARD_B: Text("役割カードB", "Role card B"),
    Name.OBSERVER: Text("観察シート", "Observer's sheet"),
    Name.AGENDA: Text("進行表", "Agenda"),
    Name.MATERIAL: Text("材料", "Material"),
    Name.SCRIPT: Text("台本と絵コンテ", "Script and storyboard"),
    Name.EXAMPLE: Text("実例", "Worked example"),
    Name.EXERCISE: Text("演習", "Exercise"),
}
OF_FORMAT = {
    Format.ROLEPLAY: (Name.CARD_A, Name.CARD_B, Name.OBSERVER),
    Format.WORKSHOP: (Name.AGENDA, Name.MATERIAL),
    Format.VIDEO: (Name.SCRIPT,),
}
LEAST_POINTS, MOST_POINTS = 3, 6

_MARKS = (
    ("quote", re.compile(r">\s?")),
    ("table", re.compile(r"\|")),
    ("numbered", re.compile(r"\d+[.)]\s+")),
    ("bulleted", re.compile(r"[-*]\s+")),
    ("heading", re.compile(r"###\s+")),
)
_UNKNOWN = re.compile(r"#|\s+(?:[-*]|\d+[.)])\s|(?:-{3,}|\*{3,}|={3,})\s*$")
_CELLS = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r":?-+:?")


def sections_of(lesson_format: Format) -> tuple[Name, ...]:
    """The sections of a lesson of this format, in order."""
    return (Name.POINTS, *OF_FORMAT.get(lesson_format, ()), Name.EXAMPLE, Name.EXERCISE)


def body_of(source: str, file: str, language: Language, lesson_format: Format) -> Body:
    """One language of a lesson. Raises LibraryError that names the section."""
    texts = _by_heading(source, file)
    _check_headings(tuple(texts), file, language, lesson_format)
    sections = tuple(
        Section(name, heading, _blocks(text, file, heading))
        for name, (heading, text) in zip(sections_of(lesson_format), texts.items(), strict=True)
    )
    points = len(sections[0].headings)
    if not LEAST_POINTS <= points <= MOST_POINTS:
        raise LibraryError(file, sections[0].heading, f"must have 3 to 6 points, has {points}")
    return Body(sections, length_of(source, language))


def _by_heading(source: str, file: str) -> dict[str, str]:
    before, *parts = re.split(r"^## +", source, flags=re.MULTILINE)
    if before.strip():
        raise LibraryError(file, "", "must begin with a section: ## …")
    texts: dict[str, str] = {}
    for part in parts:
        heading, _, text = part.partition("\n")
        if heading.strip() in texts:
            raise LibraryError(file, heading.strip(), "stands twice")
        texts[heading.strip()] = text
    return texts


def _check_headings(
    found: tuple[str, ...],
    file: str,
    language: Language,
    lesson_format: Format,
) -> None:
    expected = tuple(HEADINGS[name].in_language(language) for name in sections_of(lesson_format))
    if found != expected:
        problem = f"sections must be {' / '.join(expected)}, are {' / '.join(found)}"
        raise LibraryError(file, "", problem)


def _blocks(text: str, file: str, heading: str) -> tuple[Block, ...]:
    try:
        blocks = tuple(_merged(_blocks_in(text)))
    except ValueError as problem:
        raise LibraryError(file, heading, str(problem)) from problem
    if not blocks:
        raise LibraryError(file, heading, "is empty")
    return blocks


def _merged(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with lists made whole that blank lines had cut into pieces."""
    for numbered, group in groupby(blocks, key=lambda each: getattr(each, "numbered", None)):
        if numbered is None:
            yield from group
        else:
            yield Listing(numbered, tuple(line for each in group for line in _items(each)))


def _items(block: Block) -> tuple[Line, ...]:
    return block.items if isinstance(block, Listing) else ()


def _blocks_in(text: str) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", text.strip("\n")):
        lines = [line for line in chunk.splitlines() if line.strip()]
        for mark, group in groupby(_continued(lines), key=_mark):
            yield from _BUILDERS[mark]([line[_prefix(line, mark) :] for line in group])


def _continued(lines: list[str]) -> list[str]:
    """Lines in which an indented one continues the list item or paragraph before it."""
    whole: list[str] = []
    for line in lines:
        if _UNKNOWN.match(line) and not line.startswith("### "):
            raise ValueError(f"may not stand here: {line[:24]!r}")
        if whole and line.startswith(" "):
            whole[-1] = joined([whole[-1], line.strip()])
        else:
            whole.append(line)
    return whole


def _mark(line: str) -> str:
    return next((mark for mark, pattern in _MARKS if pattern.match(line)), "paragraph")


def _prefix(line: str, mark: str) -> int:
    pattern = dict(_MARKS).get(mark)
    found = pattern.match(line) if pattern else None
    return found.end() if found else 0


def _grid(rows: list[str]) -> Iterator[Block]:
    cells = [_cells(row) for row in rows]
    if len(cells) < 3 or not all(_RULER.fullmatch(cell.strip()) for cell in cells[1]):
        raise ValueError(f"a table needs a head, a line of dashes and rows: {rows[0][:24]!r}")
    if len({len(row) for row in cells}) > 1:
        raise ValueError(f"a table has rows of different lengths: {rows[0][:24]!r}")
    head, _, *body = [tuple(line_of(cell.replace("\\|", "|")) for cell in row) for row in cells]
    yield Grid(head, tuple(body))


def _cells(row: str) -> list[str]:
    """The cells of a row, whose first bar is already gone."""
    return _CELLS.split(row.strip().removesuffix("|"))


def _lines(texts: list[str]) -> tuple[Line, ...]:
    return tuple(line_of(text) for text in texts)


_BUILDERS: Mapping[str, Callable[[list[str]], Iterable[Block]]] = {
    "heading": lambda texts: (Heading(line) for line in _lines(texts)),
    "paragraph": lambda texts: [Paragraph(line_of(joined(texts)))],
    "numbered": lambda texts: [Listing(True, _lines(texts))],
    "bulleted": lambda texts: [Listing(False, _lines(texts))],
    "quote": lambda texts: [Quote(_lines(texts))],
    "table": _grid,
}
