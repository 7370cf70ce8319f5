"""A portal to measure: its own folder, migrated, with people in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from portal import create_app
from portal.cli.serving import keep_what_is_loaded
from portal.config import read_settings
from portal.persistence.database import db
from tests import databases


@contextmanager
def a_portal() -> Iterator[Flask]:
    """An application on a database of its own, without CSRF tokens and limits."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(read_settings({"PORTAL_DATA_DIR": folder}))
        app.config.update(WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
        databases.prepare(app)
        keep_what_is_loaded()
        yield app
        with app.app_context():
            db.engine.dispose()


def database_file(app: Flask) -> Path:
    """The SQLite file of this application."""
    with app.app_context():
        return Path(str(db.engine.url.database))
