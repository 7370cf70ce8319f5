"""Both databases: with the shipped maps and a context open, and never migrated."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask

from portal.persistence import database
from tests.portal.persistence.empty_databases import OPENED, Maker, on_sqlite
from tests.portal.reused import renew


@pytest.fixture(scope="session")
def sqlite_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with on_sqlite(tmp_path_factory.mktemp("persistence")) as application:
        yield application


@pytest.fixture
def app(sqlite_app: Flask, empty_sqlite: Path) -> Flask:
    """The application on SQLite, made once, with a database of its own for each test."""
    renew(sqlite_app, empty_sqlite)
    return sqlite_app


@pytest.fixture
def store(either_app: Flask) -> Iterator[Flask]:
    """Either application with its context open; what is not committed is lost afterwards."""
    with either_app.app_context():
        yield either_app


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Maker]:
    """Makes an application on another empty database each time it is called."""
    with ExitStack() as opened:
        folders = (tmp_path / str(number) for number in range(9))
        yield lambda: opened.enter_context(OPENED[request.param](next(folders)))


@pytest.fixture
def empty_app(new_database: Maker) -> Iterator[Flask]:
    """An application on an empty database, with its context open."""
    application = new_database()
    with application.app_context():
        yield application
        database.rollback()
