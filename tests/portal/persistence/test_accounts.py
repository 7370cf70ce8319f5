"""Accounts: opened once, found by person and address, written over whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import NoResultFound

from portal.persistence import accounts, database, people
from portal.persistence.accounts import AccountRecord
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests.builders import MORNING
from tests.portal.persistence.saved import a_newcomer, a_person

HASH = "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA"

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    person = a_person("Hana Sato")
    accounts.open_for(person.id)
    database.commit()
    return person


def account(person_id: UUID) -> AccountRecord:
    found = accounts.find(person_id)
    assert found
    return found


def test_a_new_account_is_open_and_has_no_password(hana: Person) -> None:
    opened = account(hana.id)
    assert (opened.person_id, opened.email, opened.name) == (hana.id, hana.email, hana.name)
    assert (opened.password, opened.is_active, opened.failed_attempts) == (None, True, 0)
    assert opened.locked_until is None
    assert len(opened.uniquifier) == 32


def test_opening_an_account_again_changes_nothing(hana: Person) -> None:
    before = account(hana.id)
    accounts.open_for(hana.id)
    database.commit()
    assert account(hana.id) == before


def test_many_accounts_are_opened_at_once_and_each_has_a_name_of_its_own(hana: Person) -> None:
    staff = [a_newcomer(f"Person {n}") for n in range(510)]
    people.save_all(staff, MORNING)
    accounts.open_all([hana.id, *(person.id for person in staff)])
    kept = database.session().execute(text("SELECT person_id, uniquifier FROM accounts")).all()
    assert len({name for _, name in kept}) == len(kept) == 511


def test_everything_about_an_account_is_read_back(hana: Person) -> None:
    until = datetime(2026, 10, 1, 21, 15, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    locked = replace(
        account(hana.id),
        password=HASH,
        uniquifier="another-name",
        is_active=False,
        failed_attempts=10,
        locked_until=until,
    )
    accounts.save(locked)
    database.commit()
    assert account(hana.id) == locked
    kept = account(hana.id).locked_until
    assert kept
    assert kept.tzinfo is UTC


def test_an_account_is_found_by_any_spelling_of_the_address(hana: Person) -> None:
    assert accounts.find_by_email(" HANA.sato@ｅｘａｍｐｌｅ.com ") == account(hana.id)
    assert accounts.find_by_email("nobody@example.com") is None


def test_name_and_address_belong_to_the_person_and_are_not_written(hana: Person) -> None:
    accounts.save(replace(account(hana.id), name="Somebody Else", email="else@example.com"))
    database.commit()
    assert people.find(hana.id) == hana


def test_two_accounts_cannot_share_the_name_they_have_in_sessions(hana: Person) -> None:
    ken = a_person("Ken")
    accounts.open_for(ken.id)
    with pytest.raises(DatabaseError):
        accounts.save(replace(account(ken.id), uniquifier=account(hana.id).uniquifier))


def test_somebody_without_an_account_has_none() -> None:
    assert accounts.find(a_person("Ken").id) is None


def test_an_account_that_is_held_is_the_one_that_stands_there(hana: Person) -> None:
    assert accounts.hold(hana.id) == account(hana.id)
    with pytest.raises(NoResultFound):
        accounts.hold(new_id())
