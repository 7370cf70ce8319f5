"""A file of SQLite, opened past the application, with errors that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from typing import Any

from portal.persistence.backup.refusals import DatabaseInUse, UnreadableDatabase
from portal.persistence.engines import LOCK_WAIT_MS, sqlite_driver
from portal.persistence.failures import BUSY, NO_SPACE, status_of


@contextmanager
def opened(database: Path, mode: str) -> Iterator[Any]:
    """Raises DatabaseInUse, UnreadableDatabase, and OSError where there is no space left."""
    driver = sqlite_driver()
    try:
        connection = driver.connect(f"{database.as_uri()}?mode={mode}", uri=True)
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={LOCK_WAIT_MS}")
        try:
            yield connection
        finally:
            connection.close()
    except driver.DatabaseError as problem:
        raise _meaning(problem) from problem


def _meaning(problem: Exception) -> Exception:
    status = status_of(problem)
    if status == NO_SPACE:
        return OSError(ENOSPC, str(problem))
    return DatabaseInUse() if status == BUSY else UnreadableDatabase(problem=problem)
