"""Reporting lines: who reports to whom, from which day to which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Select,
    bindparam,
    select,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from portal.persistence.batches import batches
from portal.persistence.database import Base, session
from portal.persistence.ids import new_id
from portal.persistence.periods import Period, holds_on

DEPTH = 2
"""How far up a line reaches: the manager, and the manager's manager."""


class ReportingLineRow(Period, Base):
    """One line; it holds from ``starts_on`` to the day before ``ends_on``."""

    __tablename__ = "reporting_lines"
    __table_args__ = (
        CheckConstraint("person_id <> manager_id", name="not_oneself"),
        CheckConstraint("ends_on IS NULL OR ends_on > starts_on", name="ends_after_start"),
        Index("ix_reporting_lines_person_id_starts_on", "person_id", "starts_on", unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    manager_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)


def managers_of(person_ids: Sequence[UUID], today: date) -> Mapping[UUID, tuple[UUID, ...]]:
    """For each person the managers of today, nearest first, at most two."""
    rows = session().execute(_CHAINS, {"people": list(person_ids), "day": today})
    found = {person_id: _chain(person_id, direct, skip) for person_id, direct, skip in rows}
    return {person_id: found.get(person_id, ()) for person_id in person_ids}


def reports_of(manager_id: UUID, today: date) -> Sequence[UUID]:
    """People who report to this manager today."""
    query = select(ReportingLineRow.person_id).where(
        ReportingLineRow.manager_id == manager_id, holds_on(ReportingLineRow, today)
    )
    return list(session().scalars(query.order_by(ReportingLineRow.person_id)))


def reports_by_manager(manager_ids: Sequence[UUID], today: date) -> Mapping[UUID, list[UUID]]:
    """Direct reports of several managers at once."""
    query = select(ReportingLineRow.manager_id, ReportingLineRow.person_id).where(
        ReportingLineRow.manager_id.in_(manager_ids), holds_on(ReportingLineRow, today)
    )
    reports: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for manager_id, person_id in session().execute(query.order_by(ReportingLineRow.person_id)):
        reports[manager_id].append(person_id)
    return reports


def change(person_id: UUID, manager_id: UUID | None, on: date) -> None:
    """From this day on the person reports to this manager, or to nobody."""
    change_all({person_id: manager_id}, on)


def change_all(managers: Mapping[UUID, UUID | None], on: date) -> None:
    """From this day on each of these people reports to this manager, or to nobody."""
    for some in batches(list(managers)):
        mine = ReportingLineRow.person_id.in_(some)
        for row in session().scalars(select(ReportingLineRow).where(mine)):
            if row.starts_on >= on:
                session().delete(row)
            elif row.ends_on is None or row.ends_on > on:
                row.ends_on = on
    session().flush()
    session().add_all(
        ReportingLineRow(person_id=person_id, manager_id=manager_id, starts_on=on)
        for person_id, manager_id in managers.items()
        if manager_id
    )
    session().flush()


def _chain(person_id: UUID, direct: UUID, skip: UUID | None) -> tuple[UUID, ...]:
    return (direct,) if skip is None or skip == person_id else (direct, skip)


def _chains() -> Select[UUID, UUID, UUID | None]:
    """Person, manager and manager's manager of a day; asked with every page, so built once."""
    day = bindparam("day", type_=Date)
    line, above = ReportingLineRow, aliased(ReportingLineRow)
    is_above = (above.person_id == line.manager_id) & holds_on(above, day)
    people: BindParameter[UUID] = bindparam("people", expanding=True)
    return (
        select(line.person_id, line.manager_id, above.manager_id)
        .outerjoin(above, is_above)
        .where(line.person_id.in_(people), holds_on(line, day))
    )


_CHAINS = _chains()
