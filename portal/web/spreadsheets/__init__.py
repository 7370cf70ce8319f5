"""Spreadsheets as people send them: CSV of any common encoding, and XLSX.

What a file is, its content says, never its name. Sizes are checked before anything is parsed.
"""

from portal.web.spreadsheets.reading import read_sheet
from portal.web.spreadsheets.refusals import UnreadableSheet
from portal.web.spreadsheets.sheets import Row, Sheet

__all__ = ["Row", "Sheet", "UnreadableSheet", "read_sheet"]
