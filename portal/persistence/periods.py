"""Roles and reporting lines hold from ``starts_on`` to the day before ``ends_on``, or for good."""

from datetime import date

from sqlalchemy import BindParameter, ColumnElement, or_
from sqlalchemy.orm import Mapped

Day = date | BindParameter[date]


class Period:
    """The columns of what holds for a time."""

    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


def holds_on(row: type[Period], day: Day) -> ColumnElement[bool]:
    """What of this table, or of an alias of it, holds on that day."""
    return (row.starts_on <= day) & is_not_over(row, day)


def is_not_over(row: type[Period], day: Day) -> ColumnElement[bool]:
    """What holds on that day, or begins later."""
    return or_(row.ends_on.is_(None), row.ends_on > day)
