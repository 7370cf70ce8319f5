"""The database: one declarative base, one session per request, one way to commit."""

from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, MetaData
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, scoped_session
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base)

begin_mode: ContextVar[str] = ContextVar("begin_mode", default="DEFERRED")
"""How SQLite opens a transaction: IMMEDIATE takes the write lock before the first read."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; naive values are refused, SQLite's naive answers get their zone back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def session() -> scoped_session[Any]:
    """The session of this request or command."""
    return db.session


def begin_writing() -> None:
    """End what was read so far and open the next transaction as a writer."""
    session().rollback()
    begin_mode.set("IMMEDIATE")


def begin_reading() -> None:
    """End the running transaction and open the next one as a reader, who waits for nobody."""
    session().rollback()
    begin_mode.set("DEFERRED")


def commit() -> None:
    """Make everything since the last commit durable; only then may it be acknowledged."""
    session().commit()


def rollback() -> None:
    session().rollback()
