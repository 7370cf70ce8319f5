"""Roles: what somebody may be in the portal, from which day to which."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    func,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from portal.persistence.batches import batches
from portal.persistence.database import Base, session
from portal.persistence.ids import new_id
from portal.persistence.periods import Period, holds_on


class Role(StrEnum):
    CSM = "csm"
    MANAGER = "manager"
    ADMIN = "admin"


class RoleRow(Period, Base):
    """One role of one person; it holds from ``starts_on`` to the day before ``ends_on``."""

    __tablename__ = "roles"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on > starts_on", name="ends_after_start"),
        Index("ix_roles_person_id_role_starts_on", "person_id", "role", "starts_on", unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    role: Mapped[str] = mapped_column(String(20))


def roles_of(person_id: UUID, today: date) -> frozenset[Role]:
    query = select(RoleRow.role).where(RoleRow.person_id == person_id, holds_on(RoleRow, today))
    return frozenset(Role(role) for role in session().scalars(query))


def roles_by_person(person_ids: Sequence[UUID], today: date) -> dict[UUID, frozenset[Role]]:
    """Roles of several people at once."""
    query = select(RoleRow.person_id, RoleRow.role).where(
        RoleRow.person_id.in_(person_ids), holds_on(RoleRow, today)
    )
    roles: dict[UUID, frozenset[Role]] = dict.fromkeys(person_ids, frozenset())
    for person_id, role in session().execute(query):
        roles[person_id] |= {Role(role)}
    return roles


def count_admins(today: date) -> int:
    query = select(func.count(RoleRow.person_id.distinct()))
    query = query.where(RoleRow.role == Role.ADMIN.value, holds_on(RoleRow, today))
    return session().scalar(query) or 0


def holders(role: Role, today: date, *, limit: int) -> Sequence[UUID]:
    """People with this role, in a fixed order."""
    query = select(RoleRow.person_id).where(RoleRow.role == role.value, holds_on(RoleRow, today))
    return list(session().scalars(query.order_by(RoleRow.person_id).limit(limit)))


def change(person_id: UUID, wanted: frozenset[Role], on: date) -> None:
    """From this day on the person has exactly these roles."""
    change_all({person_id: wanted}, on)


def change_all(wanted: Mapping[UUID, frozenset[Role]], on: date) -> None:
    """From this day on each of these people has exactly these roles."""
    held: dict[UUID, set[Role]] = {person_id: set() for person_id in wanted}
    for some in batches(list(wanted)):
        for row in session().scalars(select(RoleRow).where(RoleRow.person_id.in_(some))):
            if _still_holds(row, wanted[row.person_id], on):
                held[row.person_id].add(Role(row.role))
    session().flush()
    session().add_all(
        RoleRow(person_id=person_id, role=role.value, starts_on=on)
        for person_id, roles in wanted.items()
        for role in sorted(roles - held[person_id])
    )
    session().flush()


def _still_holds(row: RoleRow, wanted: frozenset[Role], on: date) -> bool:
    """End or remove what is not wanted from this day on; whether the rest covers the role."""
    is_over = row.ends_on is not None and row.ends_on <= on
    if row.starts_on > on or (row.starts_on == on and row.role not in wanted):
        session().delete(row)
    elif not is_over and Role(row.role) in wanted:
        row.ends_on = None
        return True
    elif not is_over:
        row.ends_on = on
    return False
