"""A portal with the demo organisation in it, loaded once, for tests that only read."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from flask import Flask

from portal import create_app, demo
from portal.config import read_settings
from portal.persistence import people
from portal.persistence.database import db
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests.demo_facts import NOW, PASSWORD, history


@pytest.fixture(scope="session")
def demo_app(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("demo")
    shutil.copy(empty_sqlite, folder / "portal.db")
    application = create_app(read_settings({"PORTAL_DATA_DIR": str(folder)}))
    with application.app_context():
        demo.load(NOW, PASSWORD)
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def demo_portal(demo_app: Flask) -> Iterator[Flask]:
    """The same application with its context open."""
    with demo_app.app_context():
        yield demo_app


@pytest.fixture
def demo_people(demo_portal: Flask) -> Sequence[Person]:
    return people.search("", limit=100)


@pytest.fixture
def demo_rounds(demo_people: Sequence[Person]) -> Sequence[RoundRecord]:
    return [record for person in demo_people for record in history(person.email)]
