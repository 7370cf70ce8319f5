"""How migrations run: one transaction each, on SQLite with foreign keys switched off around it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from alembic import context
from sqlalchemy import Connection

from portal.persistence.database import begin_mode, db
from portal.persistence.tables import METADATA


class BrokenReferences(Exception):
    """A migration left rows that point to nothing; it is undone."""


def run() -> None:
    mode = begin_mode.set("IMMEDIATE")
    try:
        with _connected() as connection, _without_foreign_keys(connection):
            _migrate(connection)
    finally:
        begin_mode.reset(mode)


def _connected() -> AbstractContextManager[Connection]:
    """The connection that the caller is at work on, or else a new one."""
    given: Connection | None = context.config.attributes.get("connection")
    return nullcontext(given) if given else db.engine.connect()


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
        if connection.dialect.name == "sqlite":
            _check_references(connection)


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """On SQLite only: there a changed table is dropped, and its children would go with it.

    Straight to the driver: inside a transaction the switch would do nothing.
    """
    driver = connection.connection.dbapi_connection
    if driver is None or connection.dialect.name != "sqlite":
        yield
        return
    driver.cursor().execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.cursor().execute("PRAGMA foreign_keys=ON")


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise BrokenReferences(broken)


run()
