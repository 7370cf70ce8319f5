"""A full disk and a locked database: a clear answer, nothing lost, and on as soon as it can."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from portal.persistence import engines, rounds
from portal.persistence.database import db
from portal.persistence.people import Person
from tests import builders

TYPED = {"con_pm-answer": "3", "con_pm-evidence": "Typed in full", "con_pm-version": "0"}
LONG = {**TYPED, "con_pm-evidence": "A page of evidence. " * 190}


@pytest.fixture
def hana(app: Flask) -> Person:
    person = builders.a_person(app)
    builders.a_round(app, person, by_self={}, is_submitted=False)
    return person


@pytest.fixture
def url(app: Flask, hana: Person) -> str:
    with app.app_context():
        record = rounds.open_of(hana.id)
        assert record
        assert record.self_record
        assessment_id: UUID = record.self_record.id
    return f"/assess/{assessment_id}/con"


class Disk:
    """SQLite's file, which can be kept from growing: SQLite reports that as a full disk."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.most_pages: int | None = None
        with app.app_context():
            event.listen(db.engine, "connect", self._limit)

    def fill(self) -> None:
        """From now on the file cannot grow by a single page."""
        with self.app.app_context():
            driver = db.engine.raw_connection()
            self.most_pages = driver.cursor().execute("PRAGMA page_count").fetchone()[0]
            driver.close()
            db.engine.dispose()

    def free(self) -> None:
        """There is space again."""
        self.most_pages = None
        with self.app.app_context():
            db.engine.dispose()

    def _limit(self, connection: Any, _record: Any) -> None:
        if self.most_pages is not None:
            connection.execute(f"PRAGMA max_page_count={self.most_pages}")


@pytest.fixture
def disk(app: Flask) -> Disk:
    return Disk(app)


def test_a_full_disk_is_said_and_saving_goes_on_when_there_is_space_again(
    client: FlaskClient, hana: Person, url: str, disk: Disk
) -> None:
    builders.sign_in(client, hana)
    disk.fill()
    page = client.post(url, data=LONG)
    assert page.status_code == 507
    assert "There is no space left to save" in page.text
    assert LONG["con_pm-evidence"].strip() in page.text
    disk.free()
    assert client.post(url, data=LONG).status_code == 302


def test_a_locked_database_is_said_and_the_text_is_given_back(
    app: Flask, client: FlaskClient, hana: Person, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "LOCK_WAIT_MS", 50)
    builders.sign_in(client, hana)
    with app.app_context():
        other = engines.sqlite_driver().connect(str(db.engine.url.database))
        db.engine.dispose()
    other.isolation_level = None
    other.execute("BEGIN IMMEDIATE")
    page = client.post(url, data=TYPED)
    assert page.status_code == 503
    assert page.headers["Retry-After"]
    assert "Typed in full" in page.text
    other.execute("ROLLBACK")
    other.close()
    assert client.post(url, data=TYPED).status_code == 302
