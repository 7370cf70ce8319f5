"""XLSX, read by a process of its own that has little memory and little time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from assessments.text import Text
from portal.web.spreadsheets.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from portal.web.spreadsheets.refusals import (
    CellTooLong,
    DamagedWorkbook,
    NotASheet,
    OldOrLocked,
    TooManyColumns,
    TooManyRows,
    TooMuchText,
    UnreadableSheet,
    UnsafeArchive,
    WorkbookTooHeavy,
)
from portal.web.spreadsheets.sheets import RawRow, Sheet, sheet_of

READER = Path(__file__).with_name("workbook_reader.py")
SECONDS = 90
KIND = Text("Excelブック", "Excel workbook")
PASSED_ON = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
"""Of the environment; the reader needs none of the portal's secrets."""

REFUSALS: dict[str, type[UnreadableSheet]] = {
    "archive": UnsafeArchive,
    "columns": TooManyColumns,
    "damaged": DamagedWorkbook,
    "length": CellTooLong,
    "locked": OldOrLocked,
    "memory": WorkbookTooHeavy,
    "no_workbook": NotASheet,
    "rows": TooManyRows,
    "text": TooMuchText,
}
"""By the word that the reader ends with."""


def read_workbook(content: bytes) -> Sheet:
    """The first sheet. Raises UnsafeArchive, DamagedWorkbook, WorkbookTooHeavy and the like."""
    return sheet_of(KIND, _rows(_answer(content)))


def _answer(content: bytes) -> bytes:
    """What the reader says: one line of JSON per row, and a last one that says how it ended."""
    limits = map(str, (MOST_ROWS, MOST_COLUMNS, LONGEST_CELL, MOST_TEXT))
    try:
        ended = subprocess.run(  # noqa: S603 (our own reader, with figures as arguments)
            [sys.executable, "-I", str(READER), *limits],
            input=content,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        )
    except subprocess.TimeoutExpired as problem:
        raise WorkbookTooHeavy from problem
    if ended.returncode:
        raise WorkbookTooHeavy
    return ended.stdout


def _rows(answer: bytes) -> Iterator[RawRow]:
    *rows, ending = answer.splitlines()
    word, row = json.loads(ending)
    if word != "done":
        raise REFUSALS[word](row=row)
    for line in rows:
        number, cells = json.loads(line)
        yield number, cells
