"""What an import knows and says about a person, before and after."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessments.bands import Band
from assessments.text import Text
from portal.admin import people_columns as columns
from portal.admin.people_columns import ROLE_NAMES, Terms
from portal.admin.plans import Difference, day_text, joined, named
from portal.admin.reading.columns import Column
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Facts:
    """``team`` is its name, ``manager`` an e-mail address."""

    name: str
    team: str | None
    manager: str | None
    type_id: str | None
    band: Band
    roles: frozenset[Role]
    starts_on: date | None


@dataclass(frozen=True)
class Directory:
    """The staff of one day, to be looked up."""

    by_email: Mapping[str, Staffer]
    emails: Mapping[UUID, str]
    today: date

    @property
    def ids(self) -> Mapping[str, UUID]:
        """Everybody's id by address."""
        return {email: person_id for person_id, email in self.emails.items()}

    def facts_of(self, staffer: Staffer) -> Facts:
        person = staffer.person
        manager_id = staffer.manager_on(self.today)
        return Facts(
            name=person.name,
            team=person.team.name if person.team else None,
            manager=self.emails[manager_id] if manager_id else None,
            type_id=person.type_id,
            band=person.band,
            roles=staffer.roles,
            starts_on=person.starts_on,
        )

    def has_left(self, email: str) -> bool:
        staffer = self.by_email.get(email)
        left_on = staffer.person.left_on if staffer else None
        return left_on is not None and left_on <= self.today


def directory_of(staff: Sequence[Staffer], today: date) -> Directory:
    return Directory(
        {each.person.email: each for each in staff},
        {each.person.id: each.person.email for each in staff},
        today,
    )


def differences_of(before: Facts | None, after: Facts, terms: Terms) -> tuple[Difference, ...]:
    """Every value that is not the same, in the order of the columns."""
    differences = (
        Difference(column.id, column.head, told(before) if before else NOTHING, told(after))
        for column, told in _told(terms)
    )
    return tuple(each for each in differences if each.before != each.after)


def _told(terms: Terms) -> Sequence[tuple[Column, Callable[[Facts], Text]]]:
    """How each value is put into words."""
    return (
        (columns.NAME, lambda facts: named(facts.name)),
        (columns.TEAM, lambda facts: named(facts.team or "")),
        (columns.MANAGER, lambda facts: named(facts.manager or "")),
        (columns.TYPE, lambda facts: _type_name(facts.type_id, terms)),
        (columns.BAND, lambda facts: terms.band_names[facts.band]),
        (columns.ROLES, lambda facts: role_names(facts.roles)),
        (columns.STARTS_ON, lambda facts: day_text(facts.starts_on)),
    )


def role_names(roles: frozenset[Role]) -> Text:
    return joined(ROLE_NAMES[role] for role in Role if role in roles)


def _type_name(type_id: str | None, terms: Terms) -> Text:
    return terms.type_names.get(type_id, named(type_id)) if type_id else NOTHING
