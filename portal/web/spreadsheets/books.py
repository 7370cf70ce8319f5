"""Workbooks on their way out: text stays text."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def new_book(written: BytesIO) -> "Workbook":
    """A workbook in which nothing becomes a formula."""
    from xlsxwriter import Workbook  # noqa: PLC0415 (slow to load, and most starts never need it)

    return Workbook(written, AS_TEXT)
