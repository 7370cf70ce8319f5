"""What a refusal of the database means: no space, try again, or broken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from portal.persistence import database
from portal.persistence.database import db
from portal.persistence.engines import engine_options, sqlite_driver
from portal.persistence.failures import DatabaseError, status_of


def status(refused: Callable[[], Any]) -> int:
    with pytest.raises(DatabaseError) as caught:
        refused()
    return status_of(caught.value)


def execute(*statements: str) -> None:
    for statement in statements:
        database.session().execute(text(statement))


def test_a_question_that_makes_no_sense_is_a_fault(store: Flask) -> None:
    assert status(lambda: execute("SELECT nothing FROM nowhere")) == 500


def test_a_locked_file_is_worth_another_try(app: Flask) -> None:
    with app.app_context():
        other = sqlite_driver().connect(str(db.engine.url.database))
        other.execute("BEGIN IMMEDIATE")
        hurried = "PRAGMA busy_timeout=1"
        assert status(lambda: execute(hurried, "DELETE FROM teams")) == 503
        other.close()


def test_a_file_that_cannot_grow_means_there_is_no_space(app: Flask) -> None:
    with app.app_context():
        limit = "PRAGMA max_page_count=1"
        growing = "INSERT INTO teams VALUES (hex(randomblob(16)), hex(randomblob(100000)))"
        assert status(lambda: execute(limit, growing)) == 507


def test_a_file_that_is_no_database_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "portal.db").write_bytes(b"This is a letter, not a database." * 99)
    url = f"sqlite:///{tmp_path / 'portal.db'}"
    assert status(lambda: _ask(url)) == 500


@pytest.mark.postgres
def test_a_row_that_is_locked_for_too_long_is_worth_another_try(postgres_app: Flask) -> None:
    hold = "SELECT 1 FROM skill_maps FOR UPDATE"
    with postgres_app.app_context():
        execute(hold)
        with postgres_app.app_context():
            assert status(lambda: execute("SET LOCAL lock_timeout = '10ms'", hold)) == 503


@pytest.mark.postgres
def test_a_connection_that_the_server_ended_is_worth_another_try(postgres_app: Flask) -> None:
    with postgres_app.app_context():
        end_me = "SELECT pg_terminate_backend(pg_backend_pid())"
        assert status(lambda: execute(end_me, "SELECT 1")) == 503
        database.rollback()
        execute("SELECT 1")


@pytest.mark.postgres
def test_a_server_that_is_not_there_is_worth_another_try(tmp_path: Path) -> None:
    assert status(lambda: _ask(f"postgresql+psycopg:///portal?host={tmp_path}")) == 503


def _ask(url: str) -> None:
    with create_engine(url, **engine_options(url)).connect() as connection:
        connection.execute(text("SELECT * FROM people"))
