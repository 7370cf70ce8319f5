"""Files between preview and import: kept for their owner only, and not for long."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from portal.persistence.ids import new_id

KEPT_FOR = timedelta(hours=1)
OWNER_ONLY_FOLDER, OWNER_ONLY = 0o700, 0o600
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Uploads:
    """The uploads of one person below a folder of the data directory."""

    def __init__(self, data_dir: Path, owner_id: UUID) -> None:
        self._all = data_dir / "uploads"
        self._mine = self._all / owner_id.hex

    def keep(self, content: bytes, now: datetime) -> UUID:
        """Write the file, and remove every one, whoever sent it, whose time is over.

        Raises OSError, and leaves nothing behind, where it cannot be written.
        """
        self._sweep(now)
        self._mine.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        upload_id = new_id()
        path = self._path(upload_id)
        try:
            with os.fdopen(os.open(path, NEW_FILE, OWNER_ONLY), "wb") as file:
                file.write(content)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        os.utime(path, times=(now.timestamp(), now.timestamp()))
        return upload_id

    def read(self, upload_id: UUID, now: datetime) -> bytes | None:
        """The file; None when it is over, or never was this person's."""
        path = self._path(upload_id)
        try:
            return None if _is_over(path, now) else path.read_bytes()
        except FileNotFoundError:
            return None

    def forget(self, upload_id: UUID) -> None:
        self._path(upload_id).unlink(missing_ok=True)

    def _path(self, upload_id: UUID) -> Path:
        return self._mine / upload_id.hex

    def _sweep(self, now: datetime) -> None:
        for path in self._all.glob("*/*"):
            if _is_over(path, now):
                path.unlink(missing_ok=True)


def _is_over(path: Path, now: datetime) -> bool:
    kept_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return now - kept_at > KEPT_FOR
