"""Starting over: the one way in which an audit log ever ends, together with all it tells of."""

from sqlalchemy import text

from portal.persistence.database import session
from portal.persistence.tables import METADATA

LEFTOVERS = {
    "sqlite": ("DROP TABLE alembic_version",),
    "postgresql": ("DROP TABLE alembic_version", "DROP FUNCTION refuse_audit_change"),
}
"""What the migrations made besides the tables."""


def drop_everything() -> None:
    """Drop every table with what it holds, in the running transaction.

    Whoever commits this migrates anew: nothing works on what is left.
    """
    connection = session().connection()
    METADATA.drop_all(connection)
    for statement in LEFTOVERS[connection.dialect.name]:
        connection.execute(text(statement))
