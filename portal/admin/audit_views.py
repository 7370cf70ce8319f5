"""The audit log."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_viewer
from portal.access.rules import Permission
from portal.admin.audit_page import NO_ENTRIES, audit_page
from portal.admin.audit_sentences import SENTENCES, acts
from portal.admin.blueprint import blueprint
from portal.persistence import people
from portal.persistence.people import Person
from portal.web.text import is_keepable

LAST = 2**62
"""A sequence number that no log reaches; the databases hold no larger ones."""


@blueprint.get("/audit")
@requires(Permission.ADMINISTER)
def audit_log() -> ResponseReturnValue:
    before, email = request.args.get("before", type=int), request.args.get("email", "")
    person = _person(email)
    is_unknown = bool(email) and person is None
    action = _action(request.args.get("action", ""))
    page = (
        NO_ENTRIES if is_unknown else audit_page(_bounded(before), person, action, the_viewer().id)
    )
    return render_template(
        "admin/audit.html",
        page=page,
        email=email,
        is_unknown=is_unknown,
        acts=acts(),
        action=action,
    )


def _person(email: str) -> Person | None:
    """The person whom the log is narrowed to, by id or by address."""
    person_id = request.args.get("person", type=UUID)
    if person_id:
        return people.find(person_id)
    return people.find_by_email(email) if email and is_keepable(email) else None


def _action(name: str) -> str | None:
    """The kind of act that the log is narrowed to; an unknown one narrows nothing."""
    return name if name in SENTENCES else None


def _bounded(number: int | None) -> int | None:
    return number if number is not None and 0 < number < LAST else None
