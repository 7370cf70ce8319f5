"""The schema: brought to the newest revision, and checked."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from portal.persistence.database import db

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection | None = None, *, to: str = "head") -> None:
    """Run every migration that is missing up to a revision; each one whole or not at all.

    On a connection of PostgreSQL that has begun, they become part of its transaction.
    """
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def revision() -> str | None:
    """The revision of the database; None for an empty one."""
    with db.engine.connect() as connection:
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """The revision of the database at the other end; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def is_current() -> bool:
    return revision() == newest_revision()


def is_known() -> bool:
    """Whether this version of the portal knows the database's revision."""
    here = revision()
    return here is None or here in known_revisions()


def known_revisions() -> frozenset[str]:
    """Every revision that this version of the portal can bring to the newest."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return frozenset(script.revision for script in scripts)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
