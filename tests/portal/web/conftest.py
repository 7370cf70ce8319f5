"""The real application with some pages more, made once, its database and settings new each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from portal import create_app
from portal.config import read_settings
from portal.persistence.database import db
from tests.portal.reused import renew
from tests.portal.web import breaking, telling


@pytest.fixture(scope="session")
def web_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("web")
    application = create_app(read_settings({"PORTAL_DATA_DIR": str(folder)}))
    breaking.add_to(application)
    telling.add_to(application)
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def app(web_app: Flask, empty_sqlite: Path) -> Iterator[Flask]:
    """The application on SQLite, as it was made."""
    renew(web_app, empty_sqlite)
    before = dict(web_app.config)
    yield web_app
    web_app.config.update(before)
