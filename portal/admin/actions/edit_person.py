"""Adding somebody, and changing what is known about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from portal.admin.newcomers import newcomer
from portal.admin.people_facts import Directory, directory_of
from portal.admin.people_wanted import Wanted, access_told
from portal.admin.person_edit import PersonEdit, edit_errors, stamp_of, wanted_of
from portal.admin.plans import Finding
from portal.admin.reading.words import key_of
from portal.persistence import accounts, audit, database, lines, people, roles, staff
from portal.persistence.people import Person, Team
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer


class PersonChanged(Exception):
    """Somebody else changed this person since the page was made. ``theirs`` stands now."""

    def __init__(self, theirs: Staffer) -> None:
        self.theirs = theirs
        super().__init__(theirs.person.id)


class PersonRefused(Exception):
    """The change cannot be; nothing was kept. ``reasons`` say why, and of which field."""

    def __init__(self, reasons: Sequence[Finding]) -> None:
        self.reasons = reasons
        super().__init__(*(reason.text.en for reason in reasons))


@dataclass(frozen=True, slots=True)
class Saved:
    """The person as kept, and the names of those who became managers by it."""

    person: Person
    new_managers: tuple[str, ...]


def add_person(edit: PersonEdit, *, by: UUID, today: date, now: datetime) -> Saved:
    """Raises PersonRefused."""
    staff.lock()
    wanted, directory = _checked(edit, None, by)
    person = _write(edit, newcomer(edit.email), wanted, today, now)
    _record("person_added", person.id, [], {}, by, now)
    _record_managers(wanted[1:], directory, by, now)
    accounts.open_for(person.id)
    _lead(edit, person, wanted[0], directory)
    database.commit()
    return Saved(person, _new_managers(wanted))


def edit_person(
    person_id: UUID, edit: PersonEdit, *, stamp: str, by: UUID, today: date, now: datetime
) -> Saved:
    """Save, where the person still is as the page with this stamp showed them.

    Raises LookupError, PersonChanged, PersonRefused.
    """
    staff.lock()
    shown = staff.one(person_id, today)
    if shown is None:
        raise LookupError(person_id)
    if stamp_of(shown) != stamp:
        raise PersonChanged(shown)
    wanted, directory = _checked(edit, person_id, by)
    person = _write(edit, shown.person, wanted, today, now)
    changed = _changed(shown.person, person, wanted[0])
    if changed:
        access = access_told(wanted[0], directory.ids, changed)
        _record("person_changed", person.id, changed, access, by, now)
    _record_managers(wanted[1:], directory, by, now)
    _lead(edit, person, wanted[0], directory)
    database.commit()
    return Saved(person, _new_managers(wanted))


def _checked(
    edit: PersonEdit, person_id: UUID | None, by: UUID
) -> tuple[Sequence[Wanted], Directory]:
    """What is wanted, seen from the day on which a new manager would begin."""
    directory = directory_of(staff.everybody(edit.from_day), edit.from_day)
    email = directory.emails[person_id] if person_id else None
    wanted = wanted_of(edit, directory.by_email[email] if email else None, directory)
    errors = tuple(edit_errors(edit, wanted, directory, by))
    if errors:
        raise PersonRefused(errors)
    return wanted, directory


def _write(
    edit: PersonEdit, before: Person, wanted: Sequence[Wanted], today: date, now: datetime
) -> Person:
    """The person as kept, with the roles of everybody concerned."""
    person = replace(edit.of(before), team=_team(edit.team) if edit.team else None)
    people.save(person, now)
    roles.change_all(
        {
            each.known.person.id if each.known else person.id: each.after.roles
            for each in wanted
            if each.has_new_roles
        },
        today,
    )
    return person


def _team(name: str) -> Team:
    """The team of this name, however it is written; a new one where there is none."""
    known = {key_of(team.name): team for team in people.teams()}
    return known.get(key_of(name)) or people.add_team(name)


def _lead(edit: PersonEdit, person: Person, me: Wanted, directory: Directory) -> None:
    """Write the line where it changes."""
    before = me.before.manager if me.before else None
    if me.after.manager != before:
        manager = directory.by_email[me.after.manager].person.id if me.after.manager else None
        lines.change(person.id, manager, edit.from_day)


def _new_managers(wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """Names of those beside the person who get the role of manager."""
    return tuple(each.after.name for each in wanted[1:] if Role.MANAGER in each.gains)


def _changed(before: Person, after: Person, me: Wanted) -> list[str]:
    """Names of what is another now."""
    changed = [
        each.name
        for each in fields(Person)
        if getattr(before, each.name) != getattr(after, each.name)
    ]
    has_new_manager = me.before is not None and me.before.manager != me.after.manager
    return changed + ["roles"] * me.has_new_roles + ["manager"] * has_new_manager


def _record(
    action: str,
    person_id: UUID,
    changed: Sequence[str],
    access: Mapping[str, Any],
    by: UUID,
    now: datetime,
) -> None:
    audit.record(action, actor_id=by, at=now, subject_id=person_id, fields=list(changed), **access)


def _record_managers(
    managers: Sequence[Wanted], directory: Directory, by: UUID, now: datetime
) -> None:
    """Put on record who got the role of manager by it."""
    for each in managers:
        if each.known and each.has_new_roles:
            access = access_told(each, directory.ids, ["roles"])
            _record("person_changed", each.known.person.id, ["roles"], access, by, now)
