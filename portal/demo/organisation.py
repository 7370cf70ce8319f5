"""The organisation: teams and people with their roles, reporting lines and accounts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import NAMESPACE_DNS, UUID, uuid5

from portal.demo.calendar import Calendar
from portal.demo.cast import ONE_CLICK, address_of
from portal.demo.portrait_files import portraits
from portal.demo.portraits import Portrait
from portal.persistence import accounts, lines, people, roles
from portal.persistence.people import Person, Team
from portal.persistence.roles import Role

TEAMS = {
    "enterprise": "エンタープライズ / Enterprise",
    "adoption": "導入・活用 / Onboarding & Adoption",
    "scale": "スケール・CS Ops / Scale & CS Ops",
}
MOVED = 10
"""Who had another manager in an earlier round changed so many months ago."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """A portrait and the person made after it."""

    portrait: Portrait
    person: Person
    joined_on: date

    @property
    def id(self) -> UUID:
        return self.person.id


Organisation = Mapping[str, Colleague]


def found(calendar: Calendar, password: str, now: datetime) -> Organisation:
    """Everybody by the name of the portrait; ``password`` is an Argon2id hash."""
    teams = {each: people.add_team(name) for each, name in TEAMS.items()}
    organisation = {
        name: Colleague(
            portrait, _person(portrait, calendar, teams), calendar.month(portrait.joined)
        )
        for name, portrait in portraits().items()
    }
    for colleague in organisation.values():
        people.save(colleague.person, now)
        _open_account(colleague, password)
        roles.change(colleague.id, _roles(colleague.portrait), colleague.joined_on)
    for colleague in organisation.values():
        _report(colleague, organisation, calendar)
        _leave(colleague)
    return organisation


def _report(colleague: Colleague, organisation: Organisation, calendar: Calendar) -> None:
    """The line of today, after that of the first round where that was another one."""
    portrait = colleague.portrait
    if portrait.manager is None:
        return
    managers = [*(part.manager for part in portrait.parts), portrait.manager]
    lines.change(colleague.id, organisation[managers[0]].id, colleague.joined_on)
    if managers[0] != portrait.manager:
        lines.change(colleague.id, organisation[portrait.manager].id, calendar.month(MOVED))


def _leave(colleague: Colleague) -> None:
    left_on = colleague.person.left_on
    if left_on:
        lines.change(colleague.id, None, left_on)
        roles.change(colleague.id, frozenset(), left_on)


def _person(portrait: Portrait, calendar: Calendar, teams: Mapping[str, Team]) -> Person:
    """The same id on every database, so that ties fall alike everywhere."""
    email = address_of(portrait.name)
    return Person(
        id=uuid5(NAMESPACE_DNS, email),
        email=email,
        name=portrait.full_name,
        language=None if email in ONE_CLICK else portrait.writes,
        time_zone=None,
        team=teams[portrait.team] if portrait.team else None,
        type_id=portrait.type_id,
        band=portrait.band,
        overlays=portrait.overlays,
        starts_on=calendar.month(portrait.joined),
        left_on=calendar.month(portrait.left) if portrait.left else None,
    )


def _roles(portrait: Portrait) -> frozenset[Role]:
    held = {
        Role.CSM: portrait.type_id is not None,
        Role.MANAGER: portrait.leads,
        Role.ADMIN: portrait.administers,
    }
    return frozenset(role for role, is_held in held.items() if is_held)


def _open_account(colleague: Colleague, password: str) -> None:
    accounts.open_for(colleague.id)
    record = accounts.find(colleague.id)
    if record is None:
        raise LookupError(colleague.id)
    accounts.save(replace(record, password=password, is_active=colleague.portrait.left is None))
