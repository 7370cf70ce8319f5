"""Proving who somebody is by a password, and what a wrong one leads to."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from portal.accounts import hashing
from portal.persistence import accounts, audit, database, people
from portal.persistence.accounts import AccountRecord

MOST_FAILURES = 10
LOCKED_FOR = timedelta(minutes=15)


def prove(
    found: AccountRecord | None, password: str, *, today: date, now: datetime
) -> AccountRecord | None:
    """The account when the password is right and it may be used, held for the caller to commit.

    None for every refusal, which is counted and committed here. Nobody, a wrong password, none
    yet, a locked account and somebody who has left: all take the same steps.
    """
    database.begin_reading()
    stored = found.password if found else None
    is_right = hashing.matches(password, stored)
    renewed = hashing.hashed(password) if is_right and hashing.is_dated(stored or "") else stored
    database.begin_writing()
    held = accounts.hold(found.person_id) if found else None
    if held is None or held.password != stored or not is_right or not may_enter(held, today, now):
        _refuse(held, now)
        return None
    return replace(held, password=renewed, failed_attempts=0, locked_until=None)


def may_enter(account: AccountRecord, today: date, now: datetime) -> bool:
    """Whether the account is open: active, not locked, of somebody who has not left."""
    return not _is_locked(account, now) and may_be_used(account, today)


def may_be_used(account: AccountRecord, today: date) -> bool:
    """Whether the account is active and its person has not left."""
    person = people.find(account.person_id)
    has_left = person is None or (person.left_on is not None and person.left_on <= today)
    return account.is_active and not has_left


def _is_locked(account: AccountRecord, now: datetime) -> bool:
    return account.locked_until is not None and account.locked_until > now


def _refuse(account: AccountRecord | None, now: datetime) -> None:
    """Count it, and lock the account after the tenth in a row."""
    if account and not _is_locked(account, now):
        failures = account.failed_attempts + 1
        is_last = failures >= MOST_FAILURES
        until = now + LOCKED_FOR if is_last else None
        failures = 0 if is_last else failures
        accounts.save(replace(account, failed_attempts=failures, locked_until=until))
    person_id = account.person_id if account else None
    audit.record("sign_in_failed", actor_id=None, at=now, subject_id=person_id)
    database.commit()
