"""From the bytes of a file to a sheet."""

from portal.web.spreadsheets.csv_files import read_csv
from portal.web.spreadsheets.limits import MOST_BYTES
from portal.web.spreadsheets.refusals import EmptySheet, FileTooLarge, NotASheet, OldOrLocked
from portal.web.spreadsheets.sheets import Sheet
from portal.web.spreadsheets.workbooks import read_workbook

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
"""Workbooks of before 2007, and today's once they have a password."""

OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<", b"\x1f\x8b", b"PK")


def read_sheet(content: bytes) -> Sheet:
    """The sheet in a CSV file, or the first one in a workbook. Raises UnreadableSheet."""
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    if content.startswith(ZIP):
        return read_workbook(content)
    if content.startswith(OLE):
        raise OldOrLocked
    if content.lstrip().startswith(OTHERS):
        raise NotASheet
    if not content.strip():
        raise EmptySheet
    return read_csv(content)
