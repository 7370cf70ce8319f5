"""How the two databases are opened: SQLite so that it loses nothing, PostgreSQL in UTC."""

import pytest
from flask import Flask
from sqlalchemy import text

from portal.persistence import database, engines
from portal.persistence.database import db


def pragma(name: str) -> object:
    return database.session().scalar(text(f"PRAGMA {name}"))


def test_only_a_sqlite_that_loses_no_commits_is_safe() -> None:
    version = engines.sqlite_driver().sqlite_version_info
    assert engines.is_safe_sqlite() is (version >= (3, 51, 3))


def test_every_connection_to_sqlite_is_set_up(app: Flask) -> None:
    journal = "wal" if engines.is_safe_sqlite() else "delete"
    with app.app_context():
        for _ in range(2):
            assert (pragma("journal_mode"), pragma("synchronous")) == (journal, 2)
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


def _can_write(connection: object) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]  # either driver's
    except engines.sqlite_driver().OperationalError:
        return False
    return True
