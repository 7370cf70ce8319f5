"""The audit log as tests read it: as somebody who was never rated, so that nothing is left out."""

from collections.abc import Sequence
from uuid import UUID

from portal.persistence import audit
from portal.persistence.audit import AuditEvent

NOBODY = UUID(int=0)
WHOLE = 1000


def latest(*, limit: int, before: int | None = None) -> Sequence[AuditEvent]:
    """The latest events, newest first; ``before`` continues below a sequence number."""
    return audit.page(limit=limit, reader_id=NOBODY, before=before)


def about(subject_id: UUID, *, limit: int) -> Sequence[AuditEvent]:
    """The latest events about one person, newest first."""
    events = audit.page(limit=WHOLE, reader_id=NOBODY, person_id=subject_id)
    return [event for event in events if event.subject_id == subject_id][:limit]
