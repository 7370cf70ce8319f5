"""A page of the audit log, newest first, with names for ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext

from portal.admin.audit_sentences import sentence_of
from portal.persistence import audit, people
from portal.persistence.audit import AuditEvent
from portal.persistence.people import Person

PAGE = 50
OF_VISITORS = ("sign_in_failed", "password_reset_requested")


@dataclass(frozen=True, slots=True)
class Entry:
    """One act."""

    at: datetime
    actor: str
    sentence: str
    subject_id: UUID | None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """``following`` continues below this page; None on the last one."""

    entries: Sequence[Entry]
    following: int | None
    person: Person | None


NO_ENTRIES = AuditPage((), None, None)


def audit_page(before: int | None, person: Person | None, reader_id: UUID) -> AuditPage:
    """What happened below a sequence number, and to or by one person where one is given."""
    person_id = person.id if person else None
    events = audit.page(limit=PAGE + 1, reader_id=reader_id, before=before, person_id=person_id)
    shown = events[:PAGE]
    names = _names(shown)
    following = shown[-1].sequence if len(events) > PAGE else None
    return AuditPage([_entry(event, names) for event in shown], following, person)


def _entry(event: AuditEvent, names: dict[UUID, str]) -> Entry:
    subject = names.get(event.subject_id, "–") if event.subject_id else "–"
    actor = names.get(event.actor_id, "–") if event.actor_id else _nobody(event)
    return Entry(event.at, actor, sentence_of(event, subject), event.subject_id)


def _nobody(event: AuditEvent) -> str:
    return gettext("Visitor") if event.action in OF_VISITORS else gettext("Command line")


def _names(events: Sequence[AuditEvent]) -> dict[UUID, str]:
    ids = {each for event in events for each in (event.actor_id, event.subject_id) if each}
    return {person.id: person.name for person in people.among(sorted(ids))}
