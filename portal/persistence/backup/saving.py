"""Making a backup."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.persistence.backup import archives, postgresql, sqlite
from portal.persistence.backup.manifests import Contents, Manifest
from portal.persistence.backup.refusals import NotABackup, WouldOverwrite
from portal.persistence.sqlite_file import path_of

HIDDEN = ".portal-"


def back_up(file: Path, url: str, *, version: str, now: datetime) -> Manifest:
    """Save the database at ``url``, which is that of the application, into ``file``.

    An older backup of that name is replaced once the new one is whole. Raises WouldOverwrite,
    NothingToBackUp, UnreadableDatabase, OSError.
    """
    _spare_other_files(file)
    with TemporaryDirectory(dir=file.parent, prefix=HIDDEN) as name:
        folder = Path(name)
        contents = _copy_out(url, folder)
        parts = {path.name: archives.part_of(path) for path in sorted(folder.iterdir())}
        manifest = Manifest(version, now, contents, parts)
        archives.write(file, manifest, folder)
    return manifest


def _copy_out(url: str, folder: Path) -> Contents:
    database = path_of(url)
    return sqlite.copy_out(database, folder) if database else postgresql.copy_out(folder)


def _spare_other_files(file: Path) -> None:
    if not file.exists():
        return
    try:
        archives.read_manifest(file)
    except NotABackup as problem:
        raise WouldOverwrite(name=file.name) from problem
