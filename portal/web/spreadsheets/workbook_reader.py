"""A program that reads a workbook from its input and writes its first sheet as lines of JSON.

It runs alone, knows nothing of the portal, and limits its own memory and time before it opens
anything. Every line is ``[row number, [cells]]``; the last is ``["done", 0]`` or
``[why not, row number]``.
"""

import json
import stat
import sys
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple, NoReturn

MEMORY = 512_000_000
CPU_SECONDS = 40
MOST_ENTRIES = 500
MOST_UNPACKED = 50_000_000
MOST_RATIO = 100
PIECE = 65_536
END_RECORD = b"PK\x05\x06"
LARGEST_DIRECTORY = 200_000
NOT_NEEDED = ("PIL", "lxml", "numpy")
"""openpyxl takes these where they are; they cost more memory than the workbook."""

NEEDED = {"[Content_Types].xml", "xl/workbook.xml"}
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Limits(NamedTuple):
    rows: int
    columns: int
    cell: int
    text: int


class Refused(Exception):
    """``word`` says why, ``row`` where; 0 for the whole file."""

    def __init__(self, word: str, row: int = 0) -> None:
        self.word, self.row = word, row
        super().__init__(word)


def main() -> None:
    limit_oneself()
    content = sys.stdin.buffer.read()
    try:
        check_archive(content)
        write_rows(content, Limits(*map(int, sys.argv[1:])))
        end("done")
    except Refused as refused:
        end(refused.word, refused.row)
    except MemoryError:
        end("memory")
    except Exception:  # noqa: BLE001 (openpyxl fails in countless ways on a damaged file)
        end("damaged")


def limit_oneself() -> None:
    """Have the system end this process rather than the machine suffer, where it can."""
    try:
        import resource  # noqa: PLC0415 (not on every platform)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def check_archive(content: bytes) -> None:
    """Read every entry in pieces and keep none: sizes are counted, not believed."""
    check_directory(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            check_entries(entries)
            most = min(MOST_UNPACKED, MOST_RATIO * len(content))
            for entry in entries:
                most -= unpacked_size(archive, entry, most)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as problem:
        raise Refused("damaged") from problem


def check_directory(content: bytes) -> None:
    """The list of entries comes last; its length bounds how many there can be."""
    place = content.rfind(END_RECORD)
    if place < 0:
        raise Refused("damaged")
    if int.from_bytes(content[place + 12 : place + 16], "little") > LARGEST_DIRECTORY:
        raise Refused("archive")


def check_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("locked")
    if len(names) > MOST_ENTRIES or len(set(names)) < len(names) or any(map(is_odd, entries)):
        raise Refused("archive")
    if not set(names) >= NEEDED:
        raise Refused("no_workbook")


def is_odd(entry: zipfile.ZipInfo) -> bool:
    """Leads out of its folder, is a link, or is packed as no workbook is."""
    parts = entry.orig_filename.replace("\\", "/").split("/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    leads_out = ".." in parts or not parts[0] or ":" in parts[0] or "\\" in entry.orig_filename
    return is_link or leads_out or entry.compress_type not in COMPRESSIONS


def unpacked_size(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> int:
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(PIECE):
            if not size and piece.startswith(b"PK\x03\x04"):
                raise Refused("archive")
            size += len(piece)
            if size > most:
                raise Refused("archive")
    return size


def write_rows(content: bytes, limits: Limits) -> None:
    length = 0
    for number, cells in rows_in(content, limits):
        length += sum(map(len, cells))
        if length > limits.text:
            raise Refused("text")
        if any(len(cell) > limits.cell for cell in cells):
            raise Refused("length", number)
        if len(cells) > limits.columns:
            raise Refused("columns", number)
        say([number, cells])


def rows_in(content: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Rows with a value, as texts."""
    for library in NOT_NEEDED:
        sys.modules[library] = None  # type: ignore[assignment]  # its import now fails
    # Nothing is imported before the limits; and openpyxl guards against entities only where
    # defusedxml is installed, so without it nothing is read.
    import defusedxml.ElementTree  # noqa: F401, PLC0415
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    first = None
    for number, values in enumerate(sheet.iter_rows(values_only=True)):
        cells = [as_text(value) for value in without_blank_end(values)]
        if cells and first is None:
            first = number
        if cells and first is not None and number - first > limits.rows:
            raise Refused("rows")
        if cells:
            yield number + 1, cells


def without_blank_end(values: tuple[object, ...]) -> tuple[object, ...]:
    if values.count(None) == len(values):
        return ()
    last = max(place for place, value in enumerate(values) if value is not None)
    return values[: last + 1]


def as_text(value: object) -> str:
    """A cell as somebody would have typed it: days as 2025-04-01, whole numbers without a dot."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).upper() if isinstance(value, bool) else str(value)


def say(line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def end(word: str, row: int = 0) -> NoReturn:
    say([word, row])
    sys.stdout.flush()
    sys.exit(0)


if __name__ == "__main__":
    main()
