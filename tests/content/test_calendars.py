"""Calendars: when a stage is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.calendars import Calendar, CalendarDays, WorkingDays

MONDAY = date(2025, 3, 31)
GOLDEN_WEEK = frozenset({date(2025, 4, 29), *(date(2025, 5, day) for day in (5, 6))})

starts = st.dates(date(2020, 1, 1), date(2030, 12, 31))
spans = st.integers(1, 365)
holidays = st.frozensets(st.dates(date(2020, 1, 1), date(2031, 12, 31)), max_size=40)


def test_calendar_days_are_counted_from_the_day_after_the_start() -> None:
    assert CalendarDays().due(MONDAY, 30) == date(2025, 4, 30)


@pytest.mark.parametrize(
    ("days", "due"),
    [(7, date(2025, 4, 7)), (30, date(2025, 4, 29)), (60, date(2025, 5, 29))],
)
def test_weekends_alone_hardly_move_a_date(days: int, due: date) -> None:
    assert WorkingDays(frozenset()).due(MONDAY, days) == due


def test_each_company_holiday_moves_a_date_by_a_working_day() -> None:
    assert WorkingDays(GOLDEN_WEEK).due(MONDAY, 30) == date(2025, 4, 30)
    assert WorkingDays(GOLDEN_WEEK).due(MONDAY, 60) == date(2025, 6, 3)


def test_a_start_on_a_holiday_counts_from_there() -> None:
    assert WorkingDays(frozenset()).due(date(2025, 4, 5), 0) == date(2025, 4, 7)


def test_an_organisation_may_work_on_saturdays() -> None:
    six_days = WorkingDays(frozenset(), days_off={6})
    assert six_days.due(MONDAY, 7) == date(2025, 4, 7)


def test_a_week_without_a_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a working day"):
        WorkingDays(frozenset(), days_off=range(7))


@pytest.mark.parametrize("days_off", [{7}, {-1}, {5, 6, 60}])
def test_a_day_off_is_a_day_of_the_week(days_off: set[int]) -> None:
    with pytest.raises(ValueError, match="days off are 0"):
        WorkingDays(frozenset(), days_off)


@pytest.mark.parametrize("calendar", [CalendarDays(), WorkingDays(frozenset())])
def test_nothing_is_due_before_it_starts(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="before its start"):
        calendar.due(MONDAY, -1)


@given(start=starts, days=spans, off=holidays)
def test_a_due_day_is_a_working_day(start: date, days: int, off: frozenset[date]) -> None:
    calendar = WorkingDays(off)
    assert calendar.is_working(calendar.due(start, days))


@given(start=starts, days=spans)
def test_without_holidays_working_days_are_near_calendar_days(start: date, days: int) -> None:
    apart = WorkingDays(frozenset()).due(start, days) - CalendarDays().due(start, days)
    assert abs(apart) <= timedelta(days=3)


@given(start=starts, days=spans, off=holidays)
def test_holidays_never_bring_a_date_forward(start: date, days: int, off: frozenset[date]) -> None:
    assert WorkingDays(off).due(start, days) >= WorkingDays(frozenset()).due(start, days)


@given(start=starts, days=spans, off=holidays)
def test_a_longer_stage_is_never_due_earlier(start: date, days: int, off: frozenset[date]) -> None:
    calendar = WorkingDays(off)
    assert calendar.due(start, days) <= calendar.due(start, days + 1)
