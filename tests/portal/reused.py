"""One application for many tests: only its database is a new one each time."""

import shutil
from pathlib import Path

from flask import Flask

from portal.persistence.database import db


def renew(application: Flask, template: Path) -> None:
    """Put a copy of this SQLite file in the place of the application's own."""
    with application.app_context():
        db.engine.dispose()
        file = Path(str(db.engine.url.database))
    for beside in ("-wal", "-shm"):
        Path(f"{file}{beside}").unlink(missing_ok=True)
    shutil.copy(template, file)
