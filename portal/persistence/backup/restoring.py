"""Putting a backup back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.persistence import schema
from portal.persistence.backup import archives, postgresql, replacing, sqlite
from portal.persistence.backup.manifests import Manifest
from portal.persistence.backup.refusals import DatabaseNotEmpty, NewerBackup, OtherEngine
from portal.persistence.backup.saving import HIDDEN, back_up
from portal.persistence.sqlite_file import path_of


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back; ``kept`` is where the database before it is, if there was one."""

    manifest: Manifest
    kept: Path | None


@dataclass(frozen=True, slots=True)
class Target:
    """The database to be replaced: that of the application. ``folder`` takes what is kept."""

    url: str
    folder: Path
    may_replace: bool


def restore(file: Path, target: Target, *, version: str, now: datetime) -> Restored:
    """Put the database in ``file`` in the place of the target's and bring it up to date.

    Nothing changes before the whole backup has been checked. Raises NotABackup, NewerBackup,
    OtherEngine, DatabaseNotEmpty, DatabaseInUse, OSError.
    """
    _require_fitting(archives.read_manifest(file), target)
    database = path_of(target.url)
    if database:
        return _into_file(file, database, target, now)
    return _into_server(file, target, version, now)


def _require_fitting(manifest: Manifest, target: Target) -> None:
    ours = sqlite.ENGINE if path_of(target.url) else postgresql.ENGINE
    contents = manifest.contents
    if contents.engine != ours:
        raise OtherEngine(theirs=contents.engine, ours=ours)
    if contents.schema not in schema.known_revisions():
        raise NewerBackup(version=manifest.version, schema=contents.schema)


def _into_file(file: Path, database: Path, target: Target, now: datetime) -> Restored:
    if not target.may_replace and not sqlite.is_empty(database):
        raise DatabaseNotEmpty
    database.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=database.parent, prefix=HIDDEN) as name:
        manifest = archives.unpack(file, Path(name))
        new = Path(name) / sqlite.PART
        sqlite.check(new, manifest.contents)
        sqlite.migrate(new)
        return Restored(manifest, replacing.put_in_place(new, database, now))


def _into_server(file: Path, target: Target, version: str, now: datetime) -> Restored:
    is_empty = postgresql.is_empty()
    if not target.may_replace and not is_empty:
        raise DatabaseNotEmpty
    with TemporaryDirectory(prefix=HIDDEN) as name:
        manifest = archives.unpack(file, Path(name))
        kept = None if is_empty else target.folder / f"before-{now:%Y%m%dT%H%M%S%fZ}.tar.gz"
        if kept:
            back_up(kept, target.url, version=version, now=now)
        postgresql.put_in_place(Path(name), manifest.contents)
    return Restored(manifest, kept)
