"""When things happen in the demo: always the same distance from the day it is loaded."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from babel.dates import format_date

from assessments.text import Language

DAYS_SINCE = {1: 396, 2: 213, 3: 12}
"""How long ago the rounds began, at least: 13 months, 7 months, this month."""

NEWEST = max(DAYS_SINCE)
WORK_BEGINS = time(0, 30, tzinfo=UTC)
"""Half past nine in Tokyo."""

_FRIDAY = 4
_DATE = re.compile(r"\{([dm])(\d+)\}")
_PATTERNS: dict[tuple[Language, str], str] = {
    ("ja", "d"): "M月d日",
    ("ja", "m"): "M月",
    ("en", "d"): "d MMMM",
    ("en", "m"): "MMMM",
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of the demo as seen from one day, which lies in UTC like every moment kept."""

    today: date

    def opened(self, number: int) -> date:
        """The Monday on which a round began."""
        day = self.today - timedelta(days=DAYS_SINCE[number])
        return day - timedelta(days=day.weekday())

    def moment(self, number: int, day: int, minute: int = 0) -> datetime:
        """A moment in office hours; ``day`` counts from the first day of the round."""
        worked = _weekday(self.opened(number) + timedelta(days=day))
        return datetime.combine(worked, WORK_BEGINS) + timedelta(minutes=minute)

    def month(self, months: int) -> date:
        """The first day of the month so many months ago."""
        return _months_before(self.today, months)

    def dated(self, text: str, number: int, language: Language) -> str:
        """The text with its dates: ``{d40}`` is a day 40 days, ``{m2}`` a month 2 months earlier.

        Both count back from the first day of the round.
        """
        opened = self.opened(number)

        def written(found: re.Match[str]) -> str:
            unit, count = found[1], int(found[2])
            by_day = unit == "d"
            then = _weekday(opened - timedelta(days=count)) if by_day else opened
            day = then if by_day else _months_before(opened, count)
            return str(format_date(day, _PATTERNS[language, unit], locale=language))

        return _DATE.sub(written, text)


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)
