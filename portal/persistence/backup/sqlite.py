"""The embedded database as the one part of a backup: copied out whole, checked, migrated."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine

from portal.persistence import schema
from portal.persistence.backup.manifests import Contents
from portal.persistence.backup.opening import opened
from portal.persistence.backup.refusals import NotABackup, NothingToBackUp, UnreadableDatabase
from portal.persistence.engines import engine_options, prepare
from portal.persistence.sqlite_file import OWNER_ONLY, damages

ENGINE = "sqlite"
PART = "portal.db"
MOST_PROBLEMS = 3


def copy_out(database: Path, folder: Path) -> Contents:
    """A copy as of one moment, however many others write. A plain copy would miss their log.

    Raises NothingToBackUp, UnreadableDatabase.
    """
    if not database.exists():
        raise NothingToBackUp
    copy = folder / PART
    os.close(os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    with opened(database, "ro") as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return contents_of(copy)


def contents_of(database: Path) -> Contents:
    """Raises NothingToBackUp for an empty file, UnreadableDatabase."""
    with opened(database, "ro") as connection:
        tables = _tables(connection)
        if "alembic_version" not in tables:
            raise NothingToBackUp
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        rows = {name: _count(connection, name) for name in tables if name != "alembic_version"}
    return Contents(ENGINE, revision, rows)


def is_empty(database: Path) -> bool:
    """Whether nobody is in it. A file that cannot be read may hold anybody."""
    if not database.exists() or not database.stat().st_size:
        return True
    try:
        with opened(database, "ro") as connection:
            return "people" not in _tables(connection) or not _count(connection, "people")
    except UnreadableDatabase:
        return False


def check(database: Path, contents: Contents) -> None:
    """Raises NotABackup unless the file is whole and holds what the manifest says."""
    _require_whole(database)
    if contents_of(database) != contents:
        raise NotABackup(problem=f"manifest.json ≠ {PART}")


def migrate(database: Path) -> None:
    """Bring the file to the newest revision; its log is worked in and gone afterwards.

    Raises NotABackup when it is not whole then.
    """
    url = f"sqlite:///{database}"
    engine = create_engine(url, **engine_options(url))
    prepare(engine)
    with engine.connect() as connection:
        schema.upgrade(connection)
    engine.dispose()
    _require_whole(database)


def _require_whole(database: Path) -> None:
    if problems := damages(database):
        raise NotABackup(problem="; ".join(problems[:MOST_PROBLEMS]))


def _tables(connection: Any) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in connection.execute(f"{query} ORDER BY name")]


def _count(connection: Any, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 (its own)
    return int(count)
