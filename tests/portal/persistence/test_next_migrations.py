"""Migrations to come, tried in a folder of their own: rows outlive the change of their table."""

import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from flask import Flask
from sqlalchemy import inspect, text

from portal.persistence import accounts, audit, database, lines, people, roles, schema
from portal.persistence.database import db
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.roles import Role
from portal.persistence.tables import METADATA
from tests.builders import LONG_AGO, MORNING
from tests.portal.persistence.saved import a_person

CHANGE_PEOPLE = """
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("nickname", sa.String(50)))
        people.alter_column("name", type_=sa.String(200))
"""
ADD_FAMILIES = """
    op.create_table(
        "parents", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(9))
    )
    parent = sa.ForeignKey("parents.id", ondelete="CASCADE")
    op.create_table("children", sa.Column("parent_id", sa.Integer, parent, nullable=False))
    op.execute("INSERT INTO parents VALUES (1, 'Kept')")
    op.execute("INSERT INTO children VALUES (1)")
"""
CHANGE_PARENTS = """
    with op.batch_alter_table("parents") as parents:
        parents.alter_column("name", type_=sa.String(50), nullable=False)
"""
BREAK_A_REFERENCE = """
    op.execute("INSERT INTO parents VALUES (2, 'Added')")
    op.execute("INSERT INTO children VALUES (3)")
"""

Add = Callable[[str], None]


@pytest.fixture
def add(empty_app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Add:
    """Adds a migration to a copy of the folder, and runs it as the portal would."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    schema.upgrade()

    def one_more(body: str) -> None:
        before = schema.newest_revision() or ""
        after = f"{int(before) + 1:04}"
        head = f'import sqlalchemy as sa\nfrom alembic import op\n\nrevision = "{after}"\n'
        rest = f'down_revision = "{before}"\n\n\ndef upgrade() -> None:\n    pass\n'
        (folder / "versions" / f"{after}_tried.py").write_text(head + rest + indented(body))
        database.commit()
        schema.upgrade()

    return one_more


def indented(body: str) -> str:
    """The body of a function of a migration."""
    return "".join(f"    {line}\n" for line in dedent(body).strip().splitlines())


def counts() -> dict[str, int]:
    """How many rows each table has."""
    return {table: rows(table) for table in METADATA.tables}


def rows(table: str) -> int:
    found: int = database.session().scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 (ours)
    return found


def columns(table: str) -> dict[str, str]:
    """The type of each column."""
    return {each["name"]: str(each["type"]) for each in inspect(db.engine).get_columns(table)}


def test_everything_that_points_to_people_outlives_a_change_of_their_table(add: Add) -> None:
    hana, ken = a_person("Hana"), a_person("Ken")
    accounts.open_all([hana.id, ken.id])
    lines.change(hana.id, ken.id, LONG_AGO)
    roles.change(hana.id, frozenset({Role.CSM}), LONG_AGO)
    audit.record("looked", actor_id=ken.id, subject_id=hana.id, at=MORNING)
    database.commit()
    before = counts()
    add(CHANGE_PEOPLE)
    assert columns("people")["name"] == "VARCHAR(200)"
    assert counts() == before
    assert people.find(hana.id) == hana
    with pytest.raises(DatabaseError):
        accounts.open_for(new_id())


def test_children_outlive_a_change_of_the_table_they_would_go_with(add: Add) -> None:
    add(ADD_FAMILIES)
    add(CHANGE_PARENTS)
    assert columns("parents")["name"] == "VARCHAR(50)"
    assert (rows("parents"), rows("children")) == (1, 1)


def test_a_migration_that_breaks_a_reference_is_undone_as_a_whole(add: Add) -> None:
    add(ADD_FAMILIES)
    before = schema.revision()
    with pytest.raises(Exception, match="children"):
        add(BREAK_A_REFERENCE)
    assert schema.revision() == before
    assert (rows("parents"), rows("children")) == (1, 1)
    with pytest.raises(DatabaseError):
        database.session().execute(text("INSERT INTO children VALUES (3)"))
