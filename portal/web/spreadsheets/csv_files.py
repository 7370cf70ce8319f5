"""CSV as Excel and others write it: which encoding, which separator, which rows."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import count

from assessments.text import Text
from portal.web.spreadsheets.refusals import (
    BrokenQuotes,
    CellTooLong,
    UnknownEncoding,
    UnprintableSign,
)
from portal.web.spreadsheets.sheets import RawRow, Sheet, sheet_of

BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
GUESSES = (("utf-8", "UTF-8"), ("cp932", "Shift_JIS"))
"""Excel in Japan writes cp932; hardly any text in it is valid UTF-8 by chance."""

SEPARATORS = (",", "\t", ";")


def read_csv(content: bytes) -> Sheet:
    """Raises UnknownEncoding, UnprintableSign, BrokenQuotes, and what sheet_of raises."""
    text, name = _decoded(content)
    kind = Text(f"CSV(文字コード: {name})", f"CSV ({name})")
    return sheet_of(kind, _rows(text, _separator(text)))


def _decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding."""
    for mark, encoding, name in BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding), name
    for encoding, name in GUESSES[:-1]:
        try:
            return content.decode(encoding), name
        except UnicodeDecodeError:
            continue
    encoding, name = GUESSES[-1]
    return _strictly(content, encoding), name


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise UnknownEncoding(line=line) from problem


def _separator(text: str) -> str:
    """The one that is most frequent in the first line with any text."""
    heads = text.lstrip("\r\n").partition("\n")[0].partition("\r")[0]
    return max(SEPARATORS, key=heads.count)


def _rows(text: str, separator: str) -> Iterator[RawRow]:
    """Rows numbered as a spreadsheet program would: a cell with line breaks is still one row."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    for number in count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise _refusal(str(problem), number) from problem
        yield number, cells


def _refusal(words: str, row: int) -> Exception:
    if "limit" in words:
        return CellTooLong(row=row)
    if "NUL" in words:
        return UnprintableSign(row=row)
    return BrokenQuotes(row=row)
