"""People as they shall be after an import: what the file says over what is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from assessments.bands import Band
from portal.admin.people_facts import Directory, Facts
from portal.admin.people_lines import PersonLine
from portal.admin.reading.words import key_of
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer

UNKNOWN = Facts(
    name="",
    team=None,
    manager=None,
    type_id=None,
    band=Band.STANDARD,
    roles=frozenset({Role.CSM}),
    starts_on=None,
)
"""Somebody of whom a file says nothing but the address."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """``known`` and ``before`` are how the portal has this person now, None for somebody new."""

    row: int
    email: str
    known: Staffer | None
    before: Facts | None
    after: Facts

    @property
    def is_change(self) -> bool:
        return self.before != self.after

    @property
    def new_manager(self) -> str | None:
        """The manager whom this person gets; None when nothing changes."""
        before = self.before.manager if self.before else None
        return self.after.manager if self.after.manager != before else None

    @property
    def has_new_roles(self) -> bool:
        return self.before is None or self.before.roles != self.after.roles

    @property
    def gains(self) -> frozenset[Role]:
        """Roles that this person does not have yet."""
        return self.after.roles - (self.before.roles if self.before else frozenset())


def wanted_in(
    lines: Sequence[PersonLine], directory: Directory, teams: Iterable[str]
) -> Sequence[Wanted]:
    """One for each line, and one for each manager named who has to become one.

    An empty cell changes nothing. Teams whose names differ only in writing are the same.
    """
    team_names = {key_of(name): name for name in teams}
    for line in lines:
        if line.team:
            team_names.setdefault(key_of(line.team), line.team)
    wanted = {line.email: _wanted(line, directory, team_names) for line in lines}
    return with_managers(wanted, directory)


def managers_on(day: date, wanted: Iterable[Wanted], directory: Directory) -> Mapping[str, str]:
    """Everybody's manager on a day once the import is done, by address.

    A line that the import changes replaces all that was planned for later.
    """
    managers = {
        email: directory.emails[manager_id]
        for email, staffer in directory.by_email.items()
        if (manager_id := staffer.manager_on(day))
    }
    return managers | {each.email: each.new_manager for each in wanted if each.new_manager}


def access_told(wanted: Wanted, ids: Mapping[str, UUID], fields: Iterable[str]) -> dict[str, Any]:
    """For the audit log, what roles and manager were and are, where these fields hold them.

    Only what decides who may read what, and managers as ids: the log keeps no personal data.
    """
    if wanted.before is None:
        return {}
    told = {}
    for when, facts in (("before", wanted.before), ("after", wanted.after)):
        manager = ids[facts.manager].hex if facts.manager else None
        access = {"manager": manager, "roles": sorted(role.value for role in facts.roles)}
        told[when] = {name: value for name, value in access.items() if name in fields}
    return told if told["after"] else {}


def _wanted(line: PersonLine, directory: Directory, team_names: Mapping[str, str]) -> Wanted:
    known = directory.by_email.get(line.email)
    before = directory.facts_of(known) if known else None
    base = before or UNKNOWN
    after = Facts(
        name=line.name or base.name,
        team=team_names[key_of(line.team)] if line.team else base.team,
        manager=line.manager or base.manager,
        type_id=line.type_id or base.type_id,
        band=line.band or base.band,
        roles=line.roles or base.roles,
        starts_on=line.starts_on or base.starts_on,
    )
    return Wanted(line.row, line.email, known, before, after)


def with_managers(wanted: Mapping[str, Wanted], directory: Directory) -> Sequence[Wanted]:
    """These people, and whoever becomes their manager: every manager has that role."""
    everybody = dict(wanted)
    for each in wanted.values():
        manager = directory.by_email.get(each.after.manager or "")
        if manager and manager.person.email not in wanted:
            facts = directory.facts_of(manager)
            email = manager.person.email
            everybody.setdefault(email, Wanted(each.row, email, manager, facts, facts))
    managers = frozenset(managers_on(directory.today, wanted.values(), directory).values())
    return [_as_manager(each) if each.email in managers else each for each in everybody.values()]


def _as_manager(wanted: Wanted) -> Wanted:
    roles = wanted.after.roles | {Role.MANAGER}
    return replace(wanted, after=replace(wanted.after, roles=roles))
