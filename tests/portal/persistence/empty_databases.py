"""The application on databases that have never been migrated."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from portal import create_app
from portal.config import read_settings
from portal.persistence.database import db
from tests import engines, postgres

Maker = Callable[[], Flask]


@contextmanager
def on_sqlite(folder: Path) -> Iterator[Flask]:
    """The application on a new SQLite file in this folder."""
    application = create_app(read_settings({"PORTAL_DATA_DIR": str(folder)}))
    yield application
    with application.app_context():
        db.engine.dispose()


@contextmanager
def on_postgres(folder: Path) -> Iterator[Flask]:
    """The application on a new PostgreSQL database, which is dropped afterwards."""
    base = postgres.base_url(Path(os.environ[engines.HOME]))
    url = postgres.create_database(base)
    environment = {"PORTAL_DATA_DIR": str(folder), "PORTAL_DATABASE_URL": url}
    application = create_app(read_settings(environment))
    yield application
    with application.app_context():
        db.engine.dispose()
    postgres.drop_database(base, url)


OPENED = {"sqlite": on_sqlite, "postgres": on_postgres}
