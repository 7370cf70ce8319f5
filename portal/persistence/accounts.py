"""Accounts: how a person signs in. Kept apart from what is known about the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.persistence.batches import batches
from portal.persistence.database import Base, UtcDateTime, session
from portal.persistence.ids import new_id
from portal.persistence.people import PersonRow, normal_email


class AccountRow(Base):
    """``uniquifier`` names the account in sessions; a new one ends every session."""

    __tablename__ = "accounts"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    password: Mapped[str | None] = mapped_column(String(255))
    uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    is_active: Mapped[bool]
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """``password`` is an Argon2id hash; None until the person has chosen one."""

    person_id: UUID
    email: str
    name: str
    password: str | None
    uniquifier: str
    is_active: bool
    failed_attempts: int
    locked_until: datetime | None


def find(person_id: UUID) -> AccountRecord | None:
    return _one(AccountRow.person_id == person_id)


def find_by_email(email: str) -> AccountRecord | None:
    return _one(PersonRow.email == normal_email(email))


def hold(person_id: UUID) -> AccountRecord:
    """The account as it is now; nobody else changes it before this transaction ends."""
    query = _accounts(AccountRow.person_id == person_id).with_for_update(of=AccountRow)
    found = session().execute(query, execution_options={"populate_existing": True})
    return _record_of(*found.one())


def open_for(person_id: UUID) -> None:
    """Give the person an account without a password, unless there is an account already."""
    open_all([person_id])


def open_all(person_ids: Sequence[UUID]) -> None:
    """Give each of these people an account without a password, unless there is one already."""
    missing = set(person_ids)
    for some in batches(person_ids):
        there = select(AccountRow.person_id).where(AccountRow.person_id.in_(some))
        missing -= set(session().scalars(there))
    session().add_all(
        AccountRow(person_id=person_id, uniquifier=new_id().hex, is_active=True)
        for person_id in sorted(missing)
    )
    session().flush()


def save(record: AccountRecord) -> None:
    """Write everything but address and name, which belong to the person."""
    row = session().get_one(AccountRow, record.person_id)
    row.password, row.uniquifier = record.password, record.uniquifier
    row.is_active = record.is_active
    row.failed_attempts, row.locked_until = record.failed_attempts, record.locked_until
    session().flush()


def _one(wanted: ColumnElement[bool]) -> AccountRecord | None:
    found = session().execute(_accounts(wanted)).one_or_none()
    return _record_of(*found) if found else None


def _accounts(wanted: ColumnElement[bool]) -> Select[AccountRow, str, str]:
    return select(AccountRow, PersonRow.email, PersonRow.name).join(PersonRow).where(wanted)


def _record_of(row: AccountRow, email: str, name: str) -> AccountRecord:
    return AccountRecord(
        person_id=row.person_id,
        email=email,
        name=name,
        password=row.password,
        uniquifier=row.uniquifier,
        is_active=row.is_active,
        failed_attempts=row.failed_attempts,
        locked_until=row.locked_until,
    )
