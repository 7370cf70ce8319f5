"""The audit log: who did what to what, in order; rows are only ever added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    insert,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from portal.persistence.database import Base, UtcDateTime, session


class AuditEventRow(Base):
    """``details`` holds ids, counts and roles, never what somebody wrote or how they were rated."""

    __tablename__ = "audit_events"
    __table_args__ = (Index("ix_audit_events_action_sequence", "action", "sequence"),)

    sequence: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    action: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    object_id: Mapped[UUID | None]
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


_ADD = insert(Base.metadata.tables[AuditEventRow.__tablename__]).inline()

RATING = (
    "round_started",
    "assessment_started",
    "ratings_saved",
    "assessment_submitted",
    "assessment_taken_back",
    "assessment_discarded",
    "round_discarded",
)
"""Acts of one side that the other side must not follow."""


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One act. ``actor_id`` is None for the command line and the set-up."""

    sequence: int
    at: datetime
    actor_id: UUID | None
    action: str
    subject_id: UUID | None
    object_id: UUID | None
    details: dict[str, Any]


def record(
    action: str,
    *,
    actor_id: UUID | None,
    at: datetime,
    subject_id: UUID | None = None,
    object_id: UUID | None = None,
    **details: Any,
) -> None:
    """Add an event to the running transaction; it is kept or lost with the act itself."""
    event = {"at": at, "actor_id": actor_id, "action": action, "details": details}
    session().execute(_ADD, {**event, "subject_id": subject_id, "object_id": object_id})


def page(
    *,
    limit: int,
    reader_id: UUID,
    before: int | None = None,
    person_id: UUID | None = None,
    action: str | None = None,
) -> Sequence[AuditEvent]:
    """Events below a sequence number, newest first; where given, only those by or about one
    person, and only those of one action.

    What others did while rating the reader is left out: even its time would tell her something
    before both sides have handed in.
    """
    may_be_read = (
        AuditEventRow.subject_id.is_distinct_from(reader_id)
        | AuditEventRow.actor_id.is_not_distinct_from(reader_id)
        | AuditEventRow.action.not_in(RATING)
    )
    query = select(AuditEventRow).where(may_be_read)
    if before is not None:
        query = query.where(AuditEventRow.sequence < before)
    if person_id is not None:
        row = AuditEventRow
        query = query.where((row.subject_id == person_id) | (row.actor_id == person_id))
    if action is not None:
        query = query.where(AuditEventRow.action == action)
    return _events(query.order_by(AuditEventRow.sequence.desc()).limit(limit))


def _events(query: Any) -> Sequence[AuditEvent]:
    return [
        AuditEvent(
            row.sequence,
            row.at,
            row.actor_id,
            row.action,
            row.subject_id,
            row.object_id,
            dict(row.details),
        )
        for row in session().scalars(query)
    ]
