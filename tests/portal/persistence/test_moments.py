"""Moments are kept in UTC, whatever zone they come in, and none comes without one."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from sqlalchemy.exc import StatementError

from portal.persistence import audit, database
from tests import audit_log

TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 10, 1, 9, 0, tzinfo=TOKYO),
        datetime(2026, 3, 29, 1, 30, 15, 123456, tzinfo=UTC),
        datetime(1, 1, 2, tzinfo=UTC),
        datetime(9999, 12, 30, 23, 59, 59, 999999, tzinfo=UTC),
    ],
)
def test_a_moment_is_read_back_to_the_microsecond_and_in_utc(
    store: Flask, moment: datetime
) -> None:
    audit.record("seen", actor_id=None, at=moment)
    database.commit()
    (event,) = audit_log.latest(limit=1)
    assert (event.at, event.at.tzinfo) == (moment, UTC)


def test_a_moment_without_a_time_zone_is_refused(store: Flask) -> None:
    local = datetime(2026, 10, 1, 9, 0)  # noqa: DTZ001 (on purpose)
    with pytest.raises(StatementError, match="time zone"):
        audit.record("seen", actor_id=None, at=local)
