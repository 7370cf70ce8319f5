"""The archive: a gzipped tar of the manifest and its parts, and nothing else."""

import hashlib
import os
import re
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from portal.persistence.backup import manifests
from portal.persistence.backup.manifests import Manifest, Part
from portal.persistence.backup.refusals import NotABackup

MANIFEST = "manifest.json"
MOST_MANIFEST = 1_000_000
"""In bytes."""

FAST = 6
PART = re.compile(r"[a-z_]+\.(db|jsonl)")


def part_of(path: Path) -> Part:
    """What the manifest says of this file."""
    with path.open("rb") as file:
        return Part(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def write(file: Path, manifest: Manifest, folder: Path) -> None:
    """Pack the parts, which lie in ``folder``; the file is there whole or not at all.

    Nobody but its owner may read it. ``folder`` lies on the file system of ``file``.
    """
    packed = folder / "packed"
    with os.fdopen(os.open(packed, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        with tarfile.open(fileobj=out, mode="w:gz", compresslevel=FAST) as tar:
            _add(tar, MANIFEST, manifests.to_json(manifest).encode())
            for name in manifest.parts:
                tar.add(folder / name, name, filter=_anonymous)
        out.flush()
        os.fsync(out.fileno())
    packed.replace(file)
    sync_folder(file.parent)


def read_manifest(file: Path) -> Manifest:
    """Raises NotABackup."""
    with _opened(file) as tar:
        return _first(tar)


def unpack(file: Path, folder: Path) -> Manifest:
    """Lay every part into ``folder`` and check it against the manifest. Raises NotABackup.

    Names are compared with those of the manifest, and nothing but plain files is taken: an
    archive can neither leave the folder nor bring anything that was not announced.
    """
    with _opened(file) as tar:
        manifest = _first(tar)
        missing = dict(manifest.parts)
        for member in tar:
            if member.name == MANIFEST and member.offset == 0:
                continue
            _lay(tar, member, missing.pop(member.name, None), folder)
    if missing:
        raise NotABackup(problem=", ".join(missing))
    return manifest


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    tar.addfile(member, BytesIO(content))


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names of the machine's users."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


@contextmanager
def _opened(file: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(file, "r:gz") as tar:
            yield tar
    except (tarfile.TarError, EOFError, zlib.error) as problem:
        raise NotABackup(problem=problem) from problem


def _first(tar: tarfile.TarFile) -> Manifest:
    """The manifest, which comes first, so that nobody reads far to know what this is."""
    member = tar.next()
    if member is None or member.name != MANIFEST or member.size > MOST_MANIFEST:
        raise NotABackup(problem=MANIFEST)
    content = tar.extractfile(member)
    return manifests.from_json(content.read() if content else b"")


def _lay(tar: tarfile.TarFile, member: tarfile.TarInfo, part: Part | None, folder: Path) -> None:
    content = tar.extractfile(member) if part and member.isreg() else None
    if part is None or content is None or not PART.fullmatch(member.name):
        raise NotABackup(problem=member.name)
    if member.size != part.size:
        raise NotABackup(problem=f"{member.name}: {member.size} ≠ {part.size}")
    with (folder / member.name).open("xb") as out:
        shutil.copyfileobj(content, out)
    if part_of(folder / member.name) != part:
        raise NotABackup(problem=f"{member.name}: SHA-256")
