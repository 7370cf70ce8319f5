"""Migrations bring an empty database to what the code expects, and leave a current one alone."""

from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from flask import Flask
from sqlalchemy import inspect, text

from portal.persistence import database, people, schema
from portal.persistence.database import db
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.tables import METADATA
from tests.portal.persistence.empty_databases import Maker
from tests.portal.persistence.saved import a_person


def config() -> Config:
    """Alembic's settings, as for somebody who writes the next migration."""
    settings = Config()
    settings.set_main_option("script_location", str(schema.MIGRATIONS))
    return settings


def checks(application: Flask) -> dict[str, Any]:
    """What each table lets the database itself check."""
    with application.app_context():
        inspector = inspect(db.engine)
        return {
            name: sorted(
                (each["name"], each["sqltext"]) for each in inspector.get_check_constraints(name)
            )
            for name in METADATA.tables
        }


def test_an_empty_database_is_brought_to_what_the_code_expects(empty_app: Flask) -> None:
    assert schema.revision() is None
    assert not schema.is_current()
    schema.upgrade()
    assert schema.revision() == schema.newest_revision()
    assert schema.is_current()
    assert set(METADATA.tables) <= set(inspect(db.engine).get_table_names())
    command.check(config())


def test_the_migrations_make_every_check_that_the_code_names(new_database: Maker) -> None:
    migrated, modelled = new_database(), new_database()
    with migrated.app_context():
        schema.upgrade()
    with modelled.app_context():
        METADATA.create_all(db.engine)
    assert checks(migrated) == checks(modelled)
    assert any(checks(migrated).values())


def test_migrating_twice_changes_nothing(empty_app: Flask) -> None:
    schema.upgrade()
    hana = a_person("Hana")
    database.commit()
    schema.upgrade()
    assert schema.is_current()
    assert people.find(hana.id) == hana


def test_migrating_leaves_references_and_the_way_to_begin_as_they_were(empty_app: Flask) -> None:
    mode = database.begin_mode.get()
    schema.upgrade()
    assert database.begin_mode.get() == mode
    with pytest.raises(DatabaseError):
        a_person("Hana", team=people.Team(new_id(), "Ghosts"))


def test_a_database_of_a_newer_portal_is_recognised(empty_app: Flask) -> None:
    assert schema.is_known()
    schema.upgrade()
    assert schema.is_known()
    database.session().execute(text("UPDATE alembic_version SET version_num = 'f00d'"))
    database.commit()
    assert schema.revision() == "f00d"
    assert not schema.is_known()
    assert not schema.is_current()
