"""A backup holds everything, whatever goes on meanwhile, and comes back as it was."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from flask import Flask

from portal import clock, demo
from portal.persistence import audit, database, people, schema
from portal.persistence.database import db
from portal.persistence.people import TeamRow
from tests import audit_log, builders, engines, postgres
from tests.demo_facts import NOW, PASSWORD
from tests.portal.saved_databases import everything_in, members_of, opened
from tests.portal.terminal import installation, typed

ADDED_LATER = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "later", "{newest}"
def upgrade():
    op.add_column("teams", sa.Column("motto", sa.String(20), server_default="Onwards"))
"""


@pytest.fixture
def here(either_app: Flask) -> Mapping[str, str]:
    """The installation that is backed up."""
    settings = either_app.config["PORTAL"]
    return installation(settings.data_dir, settings.database_url)


@pytest.fixture
def elsewhere(here: Mapping[str, str], tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """Another, empty installation on the same kind of database."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    if here["PORTAL_DATABASE_URL"].startswith("sqlite"):
        yield installation(folder)
        return
    base = postgres.base_url(Path(os.environ[engines.HOME]))
    url = postgres.create_database(base)
    yield installation(folder, url)
    postgres.drop_database(base, url)


@contextmanager
def somebody_writing(app: Flask) -> Iterator[Event]:
    """Adds a team and an event, always both in one transaction; tells after the first."""
    begun, over = Event(), Event()

    def write() -> None:
        with app.app_context():
            for number in range(100_000):
                if over.is_set():
                    return
                database.begin_writing()
                people.add_team(f"Team {number}")
                audit.record("team_added", actor_id=None, at=clock.now())
                database.commit()
                begun.set()

    writer = Thread(target=write)
    writer.start()
    try:
        assert begun.wait(10)
        yield begun
    finally:
        over.set()
        writer.join()


def test_what_is_restored_elsewhere_is_the_same_row_by_row(
    either_app: Flask, here: Mapping[str, str], elsewhere: Mapping[str, str], tmp_path: Path
) -> None:
    with either_app.app_context():
        demo.load(NOW, PASSWORD)
    saved = typed(here, "backup", tmp_path / "all.tar.gz")
    assert (saved.exit_code, saved.stderr) == (0, "")
    restored = typed(elsewhere, "restore", tmp_path / "all.tar.gz")
    assert (restored.exit_code, restored.stderr) == (0, "")
    before, after = everything_in(either_app), everything_in(opened(elsewhere))
    assert all(before.values())
    assert after == before


def test_a_backup_made_while_others_write_is_as_of_one_moment(
    either_app: Flask, here: Mapping[str, str], elsewhere: Mapping[str, str], tmp_path: Path
) -> None:
    with somebody_writing(either_app):
        for number in range(3):
            assert typed(here, "backup", tmp_path / f"{number}.tar.gz").exit_code == 0
    assert typed(elsewhere, "restore", tmp_path / "2.tar.gz").exit_code == 0
    found = everything_in(opened(elsewhere))
    assert len(found["teams"]) == len(found["audit_events"]) > 0
    assert set(found["teams"]) <= set(everything_in(either_app)["teams"])


def test_a_restored_portal_goes_on_where_it_was(
    either_app: Flask, here: Mapping[str, str], elsewhere: Mapping[str, str], tmp_path: Path
) -> None:
    hana = builders.a_person(either_app)
    with either_app.app_context():
        for _ in range(3):
            audit.record("signed_in", actor_id=hana.id, at=clock.now(), subject_id=hana.id)
        database.commit()
    typed(here, "backup", tmp_path / "all.tar.gz")
    typed(elsewhere, "restore", tmp_path / "all.tar.gz")
    with opened(elsewhere).app_context():
        before = audit_log.about(hana.id, limit=9)
        audit.record("signed_in", actor_id=hana.id, at=clock.now(), subject_id=hana.id)
        database.commit()
        newest, *others = audit_log.about(hana.id, limit=9)
        db.engine.dispose()
    assert others == before
    assert newest.sequence == before[0].sequence + 1


def test_a_backup_of_an_older_revision_is_brought_up_to_date(
    either_app: Flask,
    here: Mapping[str, str],
    elsewhere: Mapping[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with either_app.app_context():
        people.add_team("East")
        database.commit()
    typed(here, "backup", tmp_path / "old.tar.gz")
    shutil.copytree(schema.MIGRATIONS, tmp_path / "migrations")
    later = ADDED_LATER.replace("{newest}", schema.newest_revision() or "")
    (tmp_path / "migrations/versions/later.py").write_text(later)
    monkeypatch.setattr(schema, "MIGRATIONS", tmp_path / "migrations")
    restored = typed(elsewhere, "restore", tmp_path / "old.tar.gz")
    assert (restored.exit_code, restored.stderr) == (0, "")
    with opened(elsewhere).app_context():
        assert schema.revision() == "later"
        with db.engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT name, motto FROM teams").all()
        db.engine.dispose()
    assert [tuple(row) for row in found] == [("East", "Onwards")]


def test_a_backup_is_for_its_owner_only_and_without_the_secret_key(
    here: Mapping[str, str], either_app: Flask, tmp_path: Path
) -> None:
    answer = typed(here, "backup", tmp_path / "all.tar.gz")
    assert "secret key" in answer.stdout
    assert (tmp_path / "all.tar.gz").stat().st_mode & 0o777 == 0o600
    secret = either_app.config["PORTAL"].secret_key.encode()
    assert all(secret not in content for content in members_of(tmp_path / "all.tar.gz").values())


def test_a_newer_backup_takes_the_place_of_the_older_one_and_leaves_nothing_else(
    here: Mapping[str, str], either_app: Flask, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    typed(here, "backup", folder / "all.tar.gz")
    with either_app.app_context():
        database.session().add(TeamRow(name="East"))
        database.commit()
    assert typed(here, "backup", folder / "all.tar.gz").exit_code == 0
    assert b'"teams": 1' in members_of(folder / "all.tar.gz")["manifest.json"]
    assert [path.name for path in folder.iterdir()] == ["all.tar.gz"]


def test_a_backup_never_overwrites_another_file(here: Mapping[str, str], tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("of the meeting")
    refused = typed(here, "backup", tmp_path / "minutes.txt")
    assert refused.exit_code == 1
    assert "is not a backup" in refused.stderr
    assert (tmp_path / "minutes.txt").read_text() == "of the meeting"


def test_where_there_is_no_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    refused = typed(installation(tmp_path), "backup", tmp_path / "all.tar.gz")
    assert refused.exit_code == 1
    assert "portal init" in refused.stderr
    assert not (tmp_path / "portal.db").exists()


def test_a_folder_that_is_not_there_is_said(here: Mapping[str, str], tmp_path: Path) -> None:
    refused = typed(here, "backup", tmp_path / "nowhere" / "all.tar.gz")
    assert refused.exit_code == 4
    assert "nowhere" in refused.stderr
