"""What is not whole, not ours or not asked for is not put back; what was there is kept."""

import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from flask import Flask

from portal.config import Settings
from portal.persistence import database, people
from portal.persistence.database import db
from tests import builders
from tests.portal.saved_databases import (
    announced,
    everything_in,
    members_of,
    opened,
    pack,
    with_manifest,
)
from tests.portal.terminal import installation, typed

Members = Mapping[str, bytes]


@pytest.fixture
def here(settings: Settings) -> Mapping[str, str]:
    return installation(settings.data_dir)


@pytest.fixture
def archive(app: Flask, here: Mapping[str, str], tmp_path: Path) -> Path:
    """A good backup with Hana in it."""
    builders.a_person(app)
    path = tmp_path / "all.tar.gz"
    assert typed(here, "backup", path).exit_code == 0
    return path


@pytest.fixture
def elsewhere(tmp_path: Path) -> Mapping[str, str]:
    return installation(tmp_path / "elsewhere")


def flipped(members: Members) -> Members:
    part = bytearray(members["portal.db"])
    part[len(part) // 2] ^= 1
    return {**members, "portal.db": bytes(part)}


def scribbled(members: Members) -> Members:
    part = members["portal.db"]
    return announced({**members, "portal.db": part[:4096] + b"\xff" * 8192 + part[12288:]})


TAMPERED: dict[str, Callable[[Members], Members]] = {
    "SHA-256": flipped,
    "damaged": scribbled,
    "portal.db": lambda members: with_manifest(members, rows={"people": 7}),
    "../evil.db": lambda members: announced({**members, "../evil.db": b"slip"}),
    "secret_key": lambda members: announced({**members, "secret_key": b"mine"}),
    "extra.db": lambda members: {**members, "extra.db": b"unannounced"},
    "format": lambda members: with_manifest(members, format="another product's"),
    "manifest.json": lambda members: {"portal.db": members["portal.db"]},
    "schema 9999": lambda members: with_manifest(members, schema="9999", version="9.0"),
    "postgresql": lambda members: with_manifest(members, engine="postgresql"),
}


@pytest.mark.parametrize("said", TAMPERED)
def test_a_wrong_archive_is_refused_and_nothing_is_put_anywhere(
    archive: Path, elsewhere: Mapping[str, str], tmp_path: Path, said: str
) -> None:
    pack(archive, TAMPERED[said](members_of(archive)))
    refused = typed(elsewhere, "restore", archive)
    assert refused.exit_code == 1, refused.exception
    assert said in refused.stderr
    assert {path.name for path in (tmp_path / "elsewhere").iterdir()} == {"secret_key"}
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE])
def test_an_archive_with_anything_but_plain_files_is_refused(
    archive: Path, elsewhere: Mapping[str, str], kind: bytes
) -> None:
    odd = tarfile.TarInfo("portal.db")
    odd.type, odd.linkname = kind, "/etc/passwd"
    pack(archive, {"manifest.json": members_of(archive)["manifest.json"]}, odd)
    refused = typed(elsewhere, "restore", archive)
    assert refused.exit_code == 1
    assert "not a backup" in refused.stderr


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_half_a_backup_is_refused(
    archive: Path, elsewhere: Mapping[str, str], share: float
) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(whole[: int(len(whole) * share)])
    refused = typed(elsewhere, "restore", archive)
    assert refused.exit_code == 1, refused.exception
    assert "not a backup" in refused.stderr


def test_a_database_with_people_in_it_is_only_replaced_when_told_so(
    app: Flask, archive: Path, here: Mapping[str, str]
) -> None:
    builders.a_person(app, "Mio Kato")
    before = everything_in(app)
    refused = typed(here, "restore", archive)
    assert refused.exit_code == 1
    assert "--yes" in refused.stderr
    assert everything_in(app) == before


def test_what_was_there_before_is_kept_beside(
    app: Flask, archive: Path, here: Mapping[str, str], settings: Settings
) -> None:
    builders.a_person(app, "Mio Kato")
    before = everything_in(app)
    restored = typed(here, "restore", archive, "--yes")
    assert restored.exit_code == 0, restored.stderr
    assert len(everything_in(app)["people"]) == 1
    (kept,) = settings.data_dir.glob("portal.db.before-*")
    assert str(kept) in restored.stdout
    assert kept.stat().st_mode & 0o777 == 0o600
    old = opened({**here, "PORTAL_DATABASE_URL": f"sqlite:///{kept}"})
    assert everything_in(old) == before


def test_a_broken_database_is_replaced_and_kept_for_whoever_wants_to_look(
    app: Flask, archive: Path, here: Mapping[str, str], settings: Settings
) -> None:
    before = everything_in(app)
    (settings.data_dir / "portal.db").write_bytes(b"no database at all" * 500)
    assert typed(here, "restore", archive).exit_code == 1
    assert typed(here, "restore", archive, "--yes").exit_code == 0
    assert everything_in(app) == before
    (kept,) = settings.data_dir.glob("portal.db.before-*")
    assert kept.read_bytes().startswith(b"no database")


def test_a_portal_that_runs_has_to_be_stopped_first(
    app: Flask, archive: Path, here: Mapping[str, str]
) -> None:
    with app.app_context():
        people.count()
        refused = typed(here, "restore", archive, "--yes")
        database.rollback()
        assert refused.exit_code == 1
        assert "Stop the portal" in refused.stderr
        assert people.count() == 1
        db.engine.dispose()


def test_a_file_that_is_not_there_is_wrong_usage(here: Mapping[str, str]) -> None:
    assert typed(here, "restore", "nowhere.tar.gz").exit_code == 2
    assert typed(here, "restore").exit_code == 2


@pytest.mark.postgres
def test_on_postgresql_a_copy_is_kept_and_a_wrong_archive_changes_nothing(
    postgres_app: Flask, tmp_path: Path
) -> None:
    settings: Settings = postgres_app.config["PORTAL"]
    here = installation(tmp_path, settings.database_url)
    hana = builders.a_person(postgres_app, "Restored Hana")
    assert typed(here, "backup", tmp_path / "all.tar.gz").exit_code == 0
    builders.a_person(postgres_app, "Later Mio")
    before = everything_in(postgres_app)
    assert typed(here, "restore", tmp_path / "all.tar.gz").exit_code == 1
    pack(tmp_path / "bad.tar.gz", _without_ratings(members_of(tmp_path / "all.tar.gz")))
    assert typed(here, "restore", tmp_path / "bad.tar.gz", "--yes").exit_code == 1
    assert everything_in(postgres_app) == before
    assert typed(here, "restore", tmp_path / "all.tar.gz", "--yes").exit_code == 0
    found = everything_in(postgres_app)["people"]
    assert [row for row in found if row[0] == hana.id]
    assert len(found) == len(before["people"]) - 1
    assert len(list(tmp_path.glob("before-*.tar.gz"))) == 2


def _without_ratings(members: Members) -> Members:
    """A backup in which one table has fewer rows than its manifest says."""
    return announced({**members, "accounts.jsonl": b""})
