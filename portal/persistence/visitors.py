"""Visitors: the person whom a session belongs to, with her roles of today, in one query."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, bindparam, select
from sqlalchemy.orm import joinedload

from portal.persistence.accounts import AccountRow
from portal.persistence.database import session
from portal.persistence.people import Person, PersonRow, person_of
from portal.persistence.periods import holds_on
from portal.persistence.roles import Role, RoleRow

_TODAY = bindparam("today", type_=Date)
_VISITOR = (
    select(PersonRow, RoleRow.role)
    .join(AccountRow, AccountRow.person_id == PersonRow.id)
    .outerjoin(RoleRow, (RoleRow.person_id == PersonRow.id) & holds_on(RoleRow, _TODAY))
    .options(joinedload(PersonRow.team))
    .where(AccountRow.uniquifier == bindparam("name"), AccountRow.is_active)
)
"""Built once: every page begins with it."""


@dataclass(frozen=True, slots=True)
class Visitor:
    person: Person
    roles: frozenset[Role]


def find(uniquifier: str, today: date) -> Visitor | None:
    """Who goes by this name in sessions; None when nobody does or the account is closed."""
    rows = session().execute(_VISITOR, {"name": uniquifier, "today": today}).all()
    if not rows:
        return None
    return Visitor(person_of(rows[0][0]), frozenset(Role(role) for _, role in rows if role))
