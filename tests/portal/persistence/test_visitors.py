"""Whom a session belongs to: the person with her roles of today, as long as the account is open."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from portal.persistence import accounts, database, roles, visitors
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.persistence.visitors import Visitor
from tests.portal.persistence.saved import a_person
from tests.portal.queries import counted

TODAY = date(2026, 11, 1)
TOMORROW = TODAY + timedelta(days=1)
LONG_AGO = date(2020, 4, 1)
CSM, ADMIN = frozenset({Role.CSM}), frozenset({Role.ADMIN})

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def hana() -> Person:
    person = a_person("Hana")
    accounts.open_for(person.id)
    database.commit()
    return person


def name_of(person: Person) -> str:
    account = accounts.find(person.id)
    assert account
    return account.uniquifier


def test_a_visitor_comes_with_her_roles_of_today(hana: Person) -> None:
    roles.change(hana.id, CSM | ADMIN, LONG_AGO)
    roles.change(hana.id, CSM, TOMORROW)
    assert visitors.find(name_of(hana), TODAY) == Visitor(hana, CSM | ADMIN)
    assert visitors.find(name_of(hana), TOMORROW) == Visitor(hana, CSM)


def test_a_visitor_without_a_role_comes_all_the_same(hana: Person) -> None:
    assert visitors.find(name_of(hana), TODAY) == Visitor(hana, frozenset())


def test_a_visitor_goes_by_the_name_her_account_has_now(hana: Person) -> None:
    account = accounts.find(hana.id)
    assert account
    accounts.save(replace(account, uniquifier="new-name"))
    database.commit()
    assert visitors.find("new-name", TODAY)
    assert visitors.find(account.uniquifier, TODAY) is None
    assert visitors.find("nobody", TODAY) is None


def test_nobody_comes_with_a_closed_account(hana: Person) -> None:
    account = accounts.find(hana.id)
    assert account
    accounts.save(replace(account, is_active=False))
    database.commit()
    assert visitors.find(account.uniquifier, TODAY) is None


def test_a_visitor_takes_one_query_however_many_roles_she_has(hana: Person) -> None:
    roles.change(hana.id, frozenset(Role), LONG_AGO)
    name = name_of(hana)
    with counted() as statements:
        visitors.find(name, TODAY)
    assert len(statements) == 1
