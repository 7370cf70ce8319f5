"""How the two databases are opened: a safe SQLite, or PostgreSQL by URL."""

from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url

from portal.persistence.database import begin_mode

SAFE_SQLITE = (3, 51, 3)
"""First version whose write-ahead log does not lose commits with several connections."""

LOCK_WAIT_MS = 5000


def sqlite_driver() -> Any:
    """The driver that bundles its own SQLite where it is installed, else Python's."""
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415 (not on every platform)
    except ImportError:
        from sqlite3 import dbapi2  # noqa: PLC0415
    return dbapi2


def is_safe_sqlite() -> bool:
    return tuple(sqlite_driver().sqlite_version_info) >= SAFE_SQLITE


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def engine_options(url: str) -> dict[str, Any]:
    """What create_engine needs for this URL."""
    if is_sqlite(url):
        return {"module": sqlite_driver(), "connect_args": {"check_same_thread": False}}
    return {"pool_pre_ping": True, "connect_args": {"options": "-c timezone=utc"}}


def prepare(engine: Engine) -> None:
    """Set up each new SQLite connection and let our transactions choose how they begin."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", open_sqlite)
    event.listen(engine, "begin", _begin_sqlite)


def open_sqlite(connection: Any, _record: Any) -> None:
    """Give a new connection the safety that the portal promises."""
    connection.isolation_level = None
    journal = "WAL" if is_safe_sqlite() else "DELETE"
    for pragma in (
        f"busy_timeout={LOCK_WAIT_MS}",
        f"journal_mode={journal}",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN " + begin_mode.get())
