"""The whole staff at once, as an import compares it with a file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, text, true
from sqlalchemy.orm import joinedload

from portal.persistence.database import db, session
from portal.persistence.lines import ReportingLineRow
from portal.persistence.people import Person, PersonRow, person_of
from portal.persistence.periods import holds_on, is_not_over
from portal.persistence.roles import Role, RoleRow


@dataclass(frozen=True, slots=True)
class Line:
    """To whom somebody reports from ``starts_on`` to the day before ``ends_on``."""

    manager_id: UUID
    starts_on: date
    ends_on: date | None

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on > day)


@dataclass(frozen=True, slots=True)
class Staffer:
    """Somebody with the roles of today and every line that is not over."""

    person: Person
    roles: frozenset[Role]
    lines: tuple[Line, ...]

    def manager_on(self, day: date) -> UUID | None:
        return next((line.manager_id for line in self.lines if line.holds_on(day)), None)


def everybody(today: date) -> Sequence[Staffer]:
    """All people, those who have left included, in three queries; by address."""
    return _staffers(today, true())


def one(person_id: UUID, today: date) -> Staffer | None:
    """One of them."""
    return next(iter(_staffers(today, PersonRow.id == person_id)), None)


def count_reports(person_id: UUID, today: date) -> int:
    """How many people report to this person today."""
    line = ReportingLineRow
    query = select(func.count()).where(line.manager_id == person_id, holds_on(line, today))
    return session().scalar(query) or 0


def lock() -> None:
    """Let nobody else change people until this transaction ends.

    SQLite needs nothing: a request that writes holds the only write lock.
    """
    if db.engine.dialect.name == "postgresql":
        session().execute(text("LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE"))


def _staffers(today: date, wanted: ColumnElement[bool]) -> Sequence[Staffer]:
    query = select(PersonRow).options(joinedload(PersonRow.team)).where(wanted)
    people = [person_of(row) for row in session().scalars(query.order_by(PersonRow.email))]
    ids = select(PersonRow.id).where(wanted)
    roles = _by_person(_roles_on(today).where(RoleRow.person_id.in_(ids)))
    lines = _by_person(_lines_from(today).where(ReportingLineRow.person_id.in_(ids)))
    return [
        Staffer(
            person,
            frozenset(Role(role) for (role,) in roles[person.id]),
            tuple(Line(*line) for line in lines[person.id]),
        )
        for person in people
    ]


def _roles_on(day: date) -> Select[*tuple[Any, ...]]:
    return select(RoleRow.person_id, RoleRow.role).where(holds_on(RoleRow, day))


def _lines_from(day: date) -> Select[*tuple[Any, ...]]:
    line = ReportingLineRow
    columns = (line.person_id, line.manager_id, line.starts_on, line.ends_on)
    return select(*columns).where(is_not_over(line, day)).order_by(line.person_id, line.starts_on)


def _by_person(query: Select[*tuple[Any, ...]]) -> defaultdict[UUID, list[Any]]:
    """Rows without their first column, by that column."""
    rows: defaultdict[UUID, list[Any]] = defaultdict(list)
    for person_id, *rest in session().execute(query):
        rows[person_id].append(rest)
    return rows
