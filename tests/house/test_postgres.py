"""The tests talk to a real PostgreSQL server, each worker to a database of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests import engines, postgres

pytestmark = pytest.mark.postgres


def connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    address = make_url(url).set(drivername="postgresql")
    return psycopg.connect(address.render_as_string(hide_password=False))


def test_the_tests_talk_to_a_real_postgresql_server(postgres_url: str) -> None:
    with connect(postgres_url) as database:
        (version,) = database.execute("SELECT version()").fetchone() or ("",)
    assert str(version).startswith("PostgreSQL 1")


def test_a_second_connection_sees_only_what_was_committed(postgres_url: str) -> None:
    with connect(postgres_url) as writer, connect(postgres_url) as reader:
        writer.execute("CREATE TABLE seen (level integer CHECK (level BETWEEN 0 AND 5))")
        writer.commit()
        writer.execute("INSERT INTO seen VALUES (3)")
        assert reader.execute("SELECT level FROM seen").fetchall() == []
        writer.commit()
        assert reader.execute("SELECT level FROM seen").fetchall() == [(3,)]
        reader.commit()
        writer.execute("DROP TABLE seen")


def test_the_database_enforces_its_constraints(postgres_url: str) -> None:
    with connect(postgres_url) as database:
        database.execute("CREATE TEMPORARY TABLE bound (level integer CHECK (level <= 5))")
        with pytest.raises(psycopg.errors.CheckViolation):
            database.execute("INSERT INTO bound VALUES (6)")


@pytest.fixture
def new_url() -> Iterator[str]:
    """A database that nobody has used before."""
    base = postgres.base_url(Path(os.environ[engines.HOME]))
    url = postgres.create_database(base)
    yield url
    postgres.drop_database(base, url)


def test_a_new_database_is_empty(new_url: str) -> None:
    with connect(new_url) as database:
        (tables,) = database.execute(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchone() or (None,)
    assert make_url(new_url).database != "postgres"
    assert tables == 0
