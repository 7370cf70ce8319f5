"""Calendars: which day a stage is due, counted from the day somebody starts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

A_DAY = timedelta(days=1)
A_WEEK = 7
WEEKEND = frozenset({5, 6})
"""Saturday and Sunday, as ``date.weekday`` counts."""


class Calendar(Protocol):
    """How an organisation counts days."""

    def due(self, start: date, days: int) -> date:
        """The day on which ``days`` days after ``start`` are over; ``start`` itself is day 0.

        Raises ValueError when ``days`` is below zero.
        """


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """Every day counts."""

    def due(self, start: date, days: int) -> date:
        return start + _counted(days) * A_DAY


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Only working days count: as many of them as the same time without holidays holds.

    Seven days are five working days, 30 are 21, 60 are 43, 90 are 64. So a weekend moves nothing
    and a company holiday moves a date by one working day. The due day is a working day.
    ``days_off`` are days of the week, 0 (Monday) to 6. Raises ValueError for any other number
    and when all seven are off.
    """

    holidays: Collection[date]
    days_off: Collection[int] = WEEKEND

    def __post_init__(self) -> None:
        if not set(self.days_off) <= set(range(A_WEEK)):
            raise ValueError("days off are 0 (Monday) to 6 (Sunday)")
        if len(set(self.days_off)) >= A_WEEK:
            raise ValueError("a week needs a working day")

    def is_working(self, day: date) -> bool:
        return day.weekday() not in self.days_off and day not in self.holidays

    def due(self, start: date, days: int) -> date:
        day, left = start, self._working(_counted(days))
        while left or not self.is_working(day):
            day += A_DAY
            left -= left > 0 and self.is_working(day)
        return day

    def _working(self, days: int) -> int:
        """Working days in ``days`` days, rounded half up."""
        share = A_WEEK - len(set(self.days_off))
        return (2 * days * share + A_WEEK) // (2 * A_WEEK)


def _counted(days: int) -> int:
    if days < 0:
        raise ValueError("a stage cannot be due before its start")
    return days
