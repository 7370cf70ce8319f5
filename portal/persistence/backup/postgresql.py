"""PostgreSQL as parts of a backup: every table as lines of JSON, written and read by the server."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, MetaData, Select, String, Table, cast, func, select, text

from portal.persistence import database, schema, starting_over
from portal.persistence.backup.manifests import Contents
from portal.persistence.backup.refusals import NotABackup, NothingToBackUp
from portal.persistence.database import db, session

ENGINE = "postgresql"
VERSION_TABLE = "alembic_version"
AT_ONCE = 500
"""Rows that are fetched or written in one go."""

LOCK_WAIT = "10s"


def copy_out(folder: Path) -> Contents:
    """Write each table to a part of its own, all as of one moment. Raises NothingToBackUp."""
    with db.engine.connect() as connection:
        connection.execution_options(isolation_level="REPEATABLE READ")
        revision = schema.revision_of(connection)
        if revision is None:
            raise NothingToBackUp
        rows = {table.name: _dump(connection, table, folder) for table in _tables(connection)}
    return Contents(ENGINE, revision, rows)


def is_empty() -> bool:
    """Whether nobody is in the database."""
    with db.engine.connect() as connection:
        people = next((table for table in _tables(connection) if table.name == "people"), None)
        return people is None or not connection.scalar(select(func.count()).select_from(people))


def put_in_place(folder: Path, contents: Contents) -> None:
    """Replace everything in the database by the parts, in one transaction.

    Raises NotABackup, and then nothing has changed.
    """
    connection = session().connection()
    connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WAIT}'"))
    if schema.revision_of(connection):
        starting_over.drop_everything()
    schema.upgrade(connection, to=contents.schema)
    tables = {table.name: table for table in _tables(connection)}
    _require_same(tables.keys(), contents.rows.keys())
    _require_same(map(part_name, tables), (part.name for part in folder.iterdir()))
    for name, count in contents.rows.items():
        _load(connection, tables[name], folder, count)
    schema.upgrade(connection)
    database.commit()


def part_name(table: str) -> str:
    return f"{table}.jsonl"


def _tables(connection: Connection) -> list[Table]:
    """Tables as they are in the database, whatever its revision; those referred to come first."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != VERSION_TABLE]


def _dump(connection: Connection, table: Table, folder: Path) -> int:
    """How many rows were written."""
    count = 0
    lines = connection.execute(_as_json(table), execution_options={"yield_per": AT_ONCE})
    with (folder / part_name(table.name)).open("x", encoding="utf-8", newline="\n") as part:
        for count, line in enumerate(lines.scalars(), 1):  # noqa: B007 (the last one counts)
            part.write(line.replace("\n", " ") + "\n")
    return count


def _as_json(table: Table) -> Select[str]:
    """Each row as one text, by primary key; a line break in it can only stand between tokens."""
    row = cast(func.row_to_json(table.table_valued()), String)
    return select(row).order_by(*table.primary_key.columns)


def _require_same(names: Iterable[str], others: Iterable[str]) -> None:
    if odd := set(names) ^ set(others):
        raise NotABackup(problem=", ".join(sorted(odd)))


def _load(connection: Connection, table: Table, folder: Path, count: int) -> None:
    name = connection.dialect.identifier_preparer.quote(table.name)
    statement = text(
        f"INSERT INTO {name} SELECT * FROM "  # noqa: S608 (a table of this very database)
        f"json_populate_recordset(NULL::{name}, CAST(:rows AS json))"
    )
    with (folder / part_name(table.name)).open(encoding="utf-8", newline="\n") as part:
        for rows in _some(part):
            connection.execute(statement, {"rows": f"[{','.join(rows)}]"})
    if connection.scalar(select(func.count()).select_from(table)) != count:
        raise NotABackup(problem=f"manifest.json ≠ {part_name(table.name)}")
    _go_on_counting(connection, table)


def _some(part: IO[str]) -> Iterator[list[str]]:
    while rows := list(islice(part, AT_ONCE)):
        yield rows


def _go_on_counting(connection: Connection, table: Table) -> None:
    """The next number of a column that counts by itself follows the highest there is."""
    for column in table.columns:
        highest = connection.scalar(select(func.max(column))) if column.identity else None
        if highest is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(select(func.setval(sequence, highest)))
