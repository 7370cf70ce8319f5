"""Thousands of rows of few owners: each owner's id is read once, not once a row."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, type_coerce

from portal.persistence.database import session


def raw_id(column: Any) -> ColumnElement[Any]:
    """An id column as the driver gives it; the first one of a query that is grouped."""
    return type_coerce(column, String)


def by_owner(query: Select[Any]) -> Iterator[tuple[UUID, Iterable[Any]]]:
    """The rows of each owner; ``query`` selects the owner's ``raw_id`` first and sorts by it."""
    for raw, rows in groupby(session().execute(query).all(), itemgetter(0)):
        yield _id_of(raw), rows


def _id_of(raw: UUID | str) -> UUID:
    """SQLite gives text, PostgreSQL an id."""
    return raw if isinstance(raw, UUID) else UUID(raw)
