"""Setting passwords: changed, reset by a link, or set by the command line.

Each of them ends every session of the person.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from portal.accounts import hashing, password_rules
from portal.accounts.actions.proving import prove
from portal.persistence import accounts, audit, database, people
from portal.persistence.accounts import AccountRecord
from portal.persistence.ids import new_id


def change_password(
    person_id: UUID, old: str, new: str, *, today: date, now: datetime
) -> AccountRecord | None:
    """The account with the new password, for a new session; None when the old one is wrong."""
    database.begin_reading()
    hashed = hashing.hashed(new)
    proved = prove(accounts.find(person_id), old, today=today, now=now)
    if proved is None:
        return None
    return _keep(proved, hashed, "password_changed", by=person_id, now=now)


def ask_for_reset(email: str, *, now: datetime) -> AccountRecord | None:
    """The account of this address, which may be closed; None where there is none."""
    account = accounts.find_by_email(email)
    person_id = account.person_id if account else None
    audit.record("password_reset_requested", actor_id=None, at=now, subject_id=person_id)
    database.commit()
    return account


def reset_password(account: AccountRecord, new: str, *, now: datetime) -> AccountRecord | None:
    """The account with the new password; None when it has changed since the link was read."""
    database.begin_reading()
    hashed = hashing.hashed(new)
    database.begin_writing()
    held = accounts.hold(account.person_id)
    if held.password != account.password:
        database.rollback()
        return None
    return _keep(held, hashed, "password_reset", by=account.person_id, now=now)


def set_password(person_id: UUID, password: str, *, by: UUID | None, now: datetime) -> None:
    """Give a person this password, and an account where there is none.

    ``by`` is None for the command line. Raises PasswordTooShort, PasswordTooLong or
    PasswordObvious, and LookupError for a person who is not known.
    """
    database.begin_reading()
    person = people.find(person_id)
    if person is None:
        raise LookupError(person_id)
    password_rules.check(password, name=person.name, email=person.email)
    database.begin_reading()
    hashed = hashing.hashed(password)
    database.begin_writing()
    accounts.open_for(person_id)
    _keep(accounts.hold(person_id), hashed, "password_changed", by=by, now=now)


def _keep(
    account: AccountRecord, hashed: str, action: str, *, by: UUID | None, now: datetime
) -> AccountRecord:
    kept = replace(
        account, password=hashed, uniquifier=new_id().hex, failed_attempts=0, locked_until=None
    )
    accounts.save(kept)
    audit.record(action, actor_id=by, at=now, subject_id=account.person_id)
    database.commit()
    return kept
