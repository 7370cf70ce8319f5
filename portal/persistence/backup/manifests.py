"""The manifest of a backup: what it holds, and how to know that it is whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from portal.persistence.backup.refusals import NotABackup

FORMAT = "csm-skill-portal backup 1"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive: its size in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What was saved: schema revision, and the number of rows by table, parents first."""

    engine: str
    schema: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``version`` is that of the portal which made the backup; ``parts`` are by file name."""

    version: str
    created_at: datetime
    contents: Contents
    parts: Mapping[str, Part]


def to_json(manifest: Manifest) -> str:
    return json.dumps(
        {
            "format": FORMAT,
            "version": manifest.version,
            "created_at": manifest.created_at.isoformat(),
            **asdict(manifest.contents),
            "parts": {name: asdict(part) for name, part in manifest.parts.items()},
        },
        indent=2,
    )


def from_json(text: bytes) -> Manifest:
    """Raises NotABackup for anything but a manifest."""
    try:
        return _manifest(json.loads(text))
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        raise NotABackup(problem="manifest.json") from problem


def _manifest(document: Mapping[str, Any]) -> Manifest:
    if document["format"] != FORMAT:
        raise NotABackup(problem=f"format {document['format']}")
    contents = Contents(
        engine=str(document["engine"]),
        schema=str(document["schema"]),
        rows={str(table): int(count) for table, count in document["rows"].items()},
    )
    parts = {
        str(name): Part(int(part["size"]), str(part["sha256"]))
        for name, part in document["parts"].items()
    }
    created_at = datetime.fromisoformat(document["created_at"])
    return Manifest(str(document["version"]), created_at, contents, parts)
