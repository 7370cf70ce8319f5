"""What every test may ask for: an application on a real, migrated database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal import create_app
from portal.config import Settings, read_settings
from portal.persistence.database import db
from tests import databases

pytest_plugins = ["tests.engines"]


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file with the shipped maps published, to be copied by each test."""
    folder = tmp_path_factory.mktemp("template")
    databases.prepare(create_app(read_settings({"PORTAL_DATA_DIR": str(folder)})))
    return folder / "portal.db"


@pytest.fixture
def settings(tmp_path: Path, empty_sqlite: Path) -> Settings:
    """Settings of an installation of its own."""
    shutil.copy(empty_sqlite, tmp_path / "portal.db")
    return read_settings({"PORTAL_DATA_DIR": str(tmp_path), "PORTAL_MAIL_URL": "locmem://"})


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application on SQLite; no context is left open around the test client."""
    application = create_app(settings)
    yield application
    application.extensions["renderers"].close()
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without cookies. Forms need no CSRF token: the tests of CSRF switch it on."""
    app.config["WTF_CSRF_ENABLED"] = False
    return app.test_client()


@pytest.fixture(scope="session")
def postgres_app(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on PostgreSQL, one migrated database for each worker."""
    folder = tmp_path_factory.mktemp("postgres")
    application = create_app(
        read_settings({"PORTAL_DATA_DIR": str(folder), "PORTAL_DATABASE_URL": postgres_url})
    )
    databases.prepare(application)
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def either_app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The application on SQLite and on PostgreSQL in turn, empty but for the shipped maps."""
    if request.param == "sqlite":
        yield request.getfixturevalue("app")
        return
    application: Flask = request.getfixturevalue("postgres_app")
    databases.empty(application)
    yield application
