"""What is written when the matrix leaves the portal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from portal.persistence import audit, database


def record_export(
    person_ids: Sequence[UUID], kind: str, *, by: UUID, under: str, at: datetime
) -> None:
    """Note who downloaded whose levels, as which kind of file."""
    people = [person_id.hex for person_id in person_ids]
    audit.record("team_exported", actor_id=by, at=at, kind=kind, scope=under, people=people)
    database.commit()
