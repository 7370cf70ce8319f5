"""How large a spreadsheet may be."""

MOST_BYTES = 10_000_000
"""Of the file as it was sent."""

MOST_ROWS = 50_000
"""Below the row of heads."""

MOST_COLUMNS = 200
LONGEST_CELL = 32_767
"""In characters; a spreadsheet program keeps no more."""

MOST_TEXT = 10_000_000
"""In characters, all cells together."""
