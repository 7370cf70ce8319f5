"""A page of the audit log, newest first, with names for ids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from uuid import UUID

from flask_babel import gettext

from portal.admin.audit_sentences import named_in, sentence_of
from portal.persistence import audit, people
from portal.persistence.audit import AuditEvent
from portal.persistence.people import Person

PAGE = 50
"""Entries of a page."""

LOOKED_AT = 500
"""Events that a page is made from at most."""

OF_VISITORS = ("sign_in_failed", "password_reset_requested")
FOLDED = "ratings_saved"
"""The act of which a run makes one entry: a form is saved with every answer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, or a run of ``count`` saves between ``since`` and ``at``."""

    since: datetime
    at: datetime
    count: int
    actor: str
    sentence: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """``following`` continues below this page; None on the last one."""

    entries: Sequence[Entry]
    following: int | None
    person: Person | None


NO_ENTRIES = AuditPage((), None, None)


def audit_page(
    before: int | None, person: Person | None, action: str | None, reader_id: UUID
) -> AuditPage:
    """What happened below a sequence number; to or by one person, and of one kind, if given."""
    events = audit.page(
        limit=LOOKED_AT + 1,
        reader_id=reader_id,
        before=before,
        person_id=person.id if person else None,
        action=action,
    )
    runs = list(islice(_runs(events[:LOOKED_AT]), PAGE))
    names = _names([run[0] for run in runs])
    shown = sum(map(len, runs))
    following = events[shown - 1].sequence if len(events) > shown else None
    return AuditPage([_entry(run, names) for run in runs], following, person)


def _runs(events: Sequence[AuditEvent]) -> Iterator[Sequence[AuditEvent]]:
    """Each act by itself, but saves that follow one another in one assessment together."""
    for _, run in groupby(events, _run_of):
        yield list(run)


def _run_of(event: AuditEvent) -> object:
    if event.action == FOLDED:
        return event.actor_id, event.object_id
    return event.sequence


def _entry(run: Sequence[AuditEvent], names: dict[UUID, str]) -> Entry:
    event = run[0]
    actor = names.get(event.actor_id, "–") if event.actor_id else _nobody(event)
    return Entry(run[-1].at, event.at, len(run), actor, sentence_of(event, names))


def _nobody(event: AuditEvent) -> str:
    return gettext("Visitor") if event.action in OF_VISITORS else gettext("Command line")


def _names(events: Sequence[AuditEvent]) -> dict[UUID, str]:
    ids = set[UUID]().union(*map(named_in, events))
    return {person.id: person.name for person in people.among(sorted(ids))}
