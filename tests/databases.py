"""Making test databases ready, and empty again."""

from flask import Flask

from portal import clock
from portal.library import library
from portal.persistence import database, maps, schema
from portal.persistence.database import db
from portal.persistence.tables import METADATA


def prepare(app: Flask) -> None:
    """Migrate and publish the shipped maps."""
    with app.app_context():
        schema.upgrade()
        for publication in library().publications:
            maps.publish(publication, clock.now())
        database.commit()
        db.engine.dispose()


def empty(app: Flask) -> None:
    """Remove everything but the published maps, past the triggers that guard the audit log."""
    tables = [table.name for table in METADATA.sorted_tables if table.name != "skill_maps"]
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("SET session_replication_role = replica")
        connection.exec_driver_sql(f"TRUNCATE {', '.join(tables)} CASCADE")
        connection.exec_driver_sql("SET session_replication_role = DEFAULT")
