"""The shipped font with its letters numbered by their places.

Noto Sans JP gives its letters numbers (CIDs) that differ from their places in the file, and
WeasyPrint writes places where PDF wants numbers: a reader that goes by the book shows other
letters then, or none. In the copy made here both are the same.
"""

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib.sfnt import SFNTWriter  # type: ignore[import-untyped]  # ships no types

ONE_RANGE, FIRST = 2, 1
"""A table of numbers may be one range; place 0, the sign for a missing letter, is not in it."""


def number_by_place(source: Path, target: Path) -> None:
    """Write the copy, unless it is there already."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        new = Path(folder) / target.name
        _copy(source, new)
        new.replace(target)


def _copy(source: Path, new: Path) -> None:
    with TTFont(source, lazy=True) as font, new.open("wb") as file:
        tables = {tag: font.reader[tag] for tag in font.reader.keys()}  # noqa: SIM118  no mapping
        tables["CFF "] = _numbered(font, tables["CFF "])
        writer = SFNTWriter(file, len(tables), font.sfntVersion)
        for tag, table in tables.items():
            writer[tag] = table
        writer.close()


def _numbered(font: TTFont, outlines: bytes) -> bytes:
    """The outlines with the table of numbers overwritten in its place; one range is shorter."""
    start = font["CFF "].cff[0].rawDict["charset"]
    letters = font["maxp"].numGlyphs - 1
    numbers = struct.pack(">BHH", ONE_RANGE, FIRST, letters - 1)
    return outlines[:start] + numbers + outlines[start + len(numbers) :]
