"""The one file of the embedded database: where it is, who may read it, whether it is whole."""

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.engine import make_url

from portal.persistence.engines import is_sqlite, sqlite_driver

OWNER_ONLY = 0o600
OTHERS = 0o077


def path_of(url: str) -> Path | None:
    """The file that the URL names; None for PostgreSQL."""
    name = make_url(url).database
    return Path(name).resolve() if is_sqlite(url) and name else None


def keep_to_owner(path: Path) -> None:
    """Make the file, if it is not there, and let nobody but its owner read it.

    SQLite gives its side files the rights of the database, so this comes before it is opened.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY))
    path.chmod(OWNER_ONLY)


def damages(path: Path) -> Sequence[str]:
    """What SQLite finds wrong with the file: broken pages and references to nothing."""
    driver = sqlite_driver()
    try:
        connection = driver.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            pages = [row[0] for row in connection.execute("PRAGMA quick_check")]
            lost = connection.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            connection.close()
    except driver.DatabaseError as problem:
        return [str(problem)]
    return [*(line for line in pages if line != "ok"), *(f"{row[0]} → {row[2]}" for row in lost)]
