"""Opening somebody's ratings, which takes a reason that is kept."""

from datetime import datetime
from uuid import UUID

from portal.persistence import audit, database


def open_ratings(subject_id: UUID, reason: str, *, by: UUID, now: datetime) -> None:
    """Put on record who is about to read whose ratings, and why."""
    audit.record("ratings_opened", actor_id=by, at=now, subject_id=subject_id, reason=reason)
    database.commit()
