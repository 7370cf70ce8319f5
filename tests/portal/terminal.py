"""The ``portal`` command as somebody types it, in English, on an installation of their own."""

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from portal.cli.commands import portal


def installation(folder: Path, url: str = "", **others: str) -> Mapping[str, str]:
    """The environment of an installation: its folder and, for PostgreSQL, its database."""
    return {
        "PORTAL_LANG": "en",
        "PORTAL_DATA_DIR": str(folder),
        "PORTAL_DATABASE_URL": url,
        **others,
    }


def typed(environment: Mapping[str, str], *words: object) -> Result:
    """What the command answers: ``exit_code``, ``stdout``, ``stderr``."""
    return CliRunner().invoke(portal, [str(word) for word in words], env=environment)
