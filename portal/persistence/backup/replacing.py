"""One file of SQLite put in the place of another, which is kept."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from portal.persistence.backup import archives
from portal.persistence.backup.opening import opened
from portal.persistence.backup.refusals import UnreadableDatabase
from portal.persistence.sqlite_file import OWNER_ONLY

SIDE_FILES = ("-wal", "-shm", "-journal")


def put_in_place(new: Path, database: Path, now: datetime) -> Path | None:
    """Replace the database in one step; where the one before is kept, if there was one.

    Raises DatabaseInUse.
    """
    kept = _keep(database, now) if database.exists() else None
    for suffix in SIDE_FILES:
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    new.chmod(OWNER_ONLY)
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(database)
    archives.sync_folder(database.parent)
    return kept


def _keep(database: Path, now: datetime) -> Path:
    """A second name for the present file; what it has beside it, if it is broken, moves along."""
    _settle(database)
    kept = database.with_name(f"{database.name}.before-{now:%Y%m%dT%H%M%S%fZ}")
    os.link(database, kept)
    kept.chmod(OWNER_ONLY)
    for suffix in SIDE_FILES:
        if (beside := Path(f"{database}{suffix}")).exists():
            beside.rename(f"{kept}{suffix}")
    return kept


def _settle(database: Path) -> None:
    """Work the log into the file, which nobody else may have open for that."""
    with suppress(UnreadableDatabase), opened(database, "rw") as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
