"""Backups for the tests: what a database holds, and archives that somebody tampered with."""

import hashlib
import json
import tarfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import select

from portal import create_app
from portal.config import read_settings
from portal.persistence.database import db
from portal.persistence.tables import METADATA


def everything_in(app: Flask) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, by primary key; nothing stays open."""
    with app.app_context():
        with db.engine.connect() as connection:
            found = {
                table.name: [
                    tuple(row)
                    for row in connection.execute(select(table).order_by(*table.primary_key))
                ]
                for table in METADATA.sorted_tables
            }
        db.engine.dispose()
    return found


def opened(environment: Mapping[str, str]) -> Flask:
    return create_app(read_settings(environment))


def members_of(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive) as tar:
        return {member.name: _content(tar, member) for member in tar}


def pack(archive: Path, members: Mapping[str, bytes], *odd: tarfile.TarInfo) -> None:
    """An archive of these members, and some without content."""
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, BytesIO(content))
        for member in odd:
            tar.addfile(member)


def with_manifest(members: Mapping[str, bytes], **changes: Any) -> dict[str, bytes]:
    """The members with other words in the manifest, which comes first."""
    manifest = {**json.loads(members["manifest.json"]), **changes}
    return {**members, "manifest.json": json.dumps(manifest).encode()}


def announced(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The members with a manifest that fits them: size and checksum of every part."""
    parts = {
        name: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in members.items()
        if name != "manifest.json"
    }
    return with_manifest(members, parts=parts)


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    assert file
    return file.read()
