"""Signing in and out."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from portal.accounts.actions.proving import may_enter, prove
from portal.persistence import accounts, audit, database
from portal.persistence.accounts import AccountRecord
from portal.persistence.ids import new_id


def sign_in(email: str, password: str, *, today: date, now: datetime) -> AccountRecord | None:
    """The account that may begin a session now; None for every refusal."""
    database.begin_reading()
    proved = prove(accounts.find_by_email(email), password, today=today, now=now)
    if proved:
        accounts.save(proved)
        audit.record("signed_in", actor_id=proved.person_id, at=now)
        database.commit()
    return proved


def enter_demo(person_id: UUID, *, today: date, now: datetime) -> AccountRecord | None:
    """The account of one of the demo's people, without a password; None where it is closed."""
    account = accounts.find(person_id)
    if account is None or not may_enter(account, today, now):
        return None
    audit.record("signed_in", actor_id=person_id, at=now, way="demo")
    database.commit()
    return account


def sign_out(person_id: UUID, *, now: datetime) -> None:
    """End every session of this person, so that a stolen cookie dies with the own one."""
    account = accounts.hold(person_id)
    accounts.save(replace(account, uniquifier=new_id().hex))
    audit.record("signed_out", actor_id=person_id, at=now)
    database.commit()
