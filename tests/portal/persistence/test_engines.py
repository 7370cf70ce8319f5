"""How the two databases are opened: SQLite so that it loses nothing, PostgreSQL in UTC."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from portal.persistence import audit, database, engines, sqlite_file
from portal.persistence.database import db

TOKYO = timezone(timedelta(hours=9))


def pragma(name: str) -> object:
    return database.session().scalar(text(f"PRAGMA {name}"))


def test_the_bundled_sqlite_is_one_that_loses_nothing() -> None:
    assert engines.sqlite_driver().sqlite_version_info >= (3, 51, 3)
    assert engines.is_safe_sqlite()


def test_every_connection_to_sqlite_is_set_up(app: Flask) -> None:
    with app.app_context():
        for _ in range(2):
            assert (pragma("journal_mode"), pragma("synchronous")) == ("wal", 2)
            assert (pragma("foreign_keys"), pragma("busy_timeout")) == (1, 5000)
            database.rollback()
            db.engine.dispose()


def test_an_unsafe_sqlite_keeps_a_rollback_journal(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "SAFE_SQLITE", (99, 0, 0))
    with app.app_context():
        db.engine.dispose()
        assert not engines.is_safe_sqlite()
        assert pragma("journal_mode") == "delete"


@pytest.mark.parametrize("mode", ["DEFERRED", "IMMEDIATE"])
def test_a_transaction_begins_as_it_was_asked_to(app: Flask, mode: str) -> None:
    with app.app_context():
        (database.begin_writing if mode == "IMMEDIATE" else database.begin_reading)()
        database.session().execute(text("SELECT 1"))
        other = engines.sqlite_driver().connect(str(db.engine.url.database), timeout=0)
        is_free = mode == "DEFERRED"
        assert _can_write(other) is is_free
        other.close()
        database.begin_reading()


@pytest.mark.postgres
def test_postgresql_speaks_of_moments_in_utc(postgres_app: Flask) -> None:
    with postgres_app.app_context():
        assert database.session().scalar(text("SHOW timezone")) == "UTC"


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
    (event,) = audit.latest(limit=1)
    assert (event.at, event.at.tzinfo) == (moment, UTC)


def test_a_moment_without_a_time_zone_is_refused(store: Flask) -> None:
    audit.record("seen", actor_id=None, at=datetime(2026, 10, 1, 9, 0))  # noqa: DTZ001 (on purpose)
    with pytest.raises(StatementError, match="time zone"):
        database.commit()


def test_the_database_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = sqlite_file.path_of(f"sqlite:///{tmp_path / 'new' / 'portal.db'}")
    assert path
    for _ in range(2):
        sqlite_file.keep_to_owner(path)
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
    assert sqlite_file.path_of("postgresql+psycopg:///portal") is None


def test_a_whole_file_has_no_damage_and_a_broken_one_says_so(
    empty_sqlite: Path, tmp_path: Path
) -> None:
    assert sqlite_file.damages(empty_sqlite) == []
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert sqlite_file.damages(broken)


def _can_write(connection: object) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]  # either driver's
    except engines.sqlite_driver().OperationalError:
        return False
    return True
