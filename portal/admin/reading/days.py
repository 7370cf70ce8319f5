"""Days as they are written in spreadsheets."""

import re
import unicodedata
from datetime import date

EARLIEST, LATEST = date(1950, 1, 1), date(2099, 12, 31)
"""Outside of these a date is a slip of the keyboard."""

_FORM = re.compile(
    r"(\d{4}) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2}) ?日?", flags=re.ASCII
)


def read_day(text: str) -> date | None:
    """2025-04-01, 2025/4/1, 2025.4.1 or 2025年4月1日; None for anything else."""
    form = _FORM.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        day = date(*map(int, form.groups())) if form else None
    except ValueError:
        return None
    return day if day and EARLIEST <= day <= LATEST else None
