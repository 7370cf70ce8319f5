"""The one place that asks what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(time_zone: str) -> date:
    """The day it is in this time zone."""
    return now().astimezone(ZoneInfo(time_zone)).date()
