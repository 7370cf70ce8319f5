"""Loading the demo, refusing to, and starting over without it."""

from dataclasses import replace

import pytest
from flask import Flask

from portal import demo
from portal.accounts import hashing, password_rules
from portal.demo import cast
from portal.persistence import accounts, database, maps, people, schema
from portal.persistence.ids import new_id
from tests import audit_log
from tests.builders import a_person
from tests.demo_facts import NOW, PASSWORD, facts

pytest_plugins = ["tests.demo_portal"]


def test_the_demo_is_the_same_on_every_database_and_leaves_nothing(
    demo_app: Flask, either_app: Flask
) -> None:
    with demo_app.app_context():
        expected = facts()
    with either_app.app_context():
        demo.load(NOW, PASSWORD)
        assert facts() == expected
        demo.unload(NOW)
        assert schema.is_current()
        assert people.count() == 0
        assert people.teams() == []
        assert len(maps.current()) == 8
        assert {event.action for event in audit_log.latest(limit=100)} == {"map_published"}


def test_the_audit_log_says_that_the_demo_was_loaded(demo_portal: Flask) -> None:
    newest = audit_log.latest(limit=1)[0]
    assert newest.action == "demo_loaded"
    assert newest.details == {"people": 26, "rounds": 63}


def test_one_password_opens_every_account(demo_portal: Flask) -> None:
    found = [accounts.find(person.id) for person in people.search("", limit=100)]
    hashes = {account.password for account in found if account}
    assert len(found) == 26
    assert all(hashing.matches(PASSWORD, each) for each in hashes)


def test_the_demo_does_not_mix_with_anybody(app: Flask) -> None:
    a_person(app)
    with app.app_context():
        with pytest.raises(demo.DatabaseInUse) as refused:
            demo.load(NOW, PASSWORD)
        assert "1人" in refused.value.message.ja
        assert refused.value.message.en.startswith("People in this database: 1.")
        assert people.count() == 1


def test_what_was_never_loaded_is_not_removed(app: Flask) -> None:
    a_person(app)
    with app.app_context():
        with pytest.raises(demo.NoDemo):
            demo.unload(NOW)
        assert people.count() == 1


def test_a_database_that_holds_anybody_else_is_not_emptied(app: Flask) -> None:
    person = a_person(app)
    with app.app_context():
        people.save(replace(person, id=new_id(), email=cast.CSM), NOW)
        database.commit()
        with pytest.raises(demo.NotOnlyDemo):
            demo.unload(NOW)
        assert people.count() == 2


def test_a_new_password_is_long_and_never_the_same() -> None:
    passwords = {demo.new_password() for _ in range(50)}
    assert len(passwords) == 50
    assert {len(password) for password in passwords} == {24}


def test_a_password_that_is_easy_to_guess_is_refused(app: Flask) -> None:
    with app.app_context():
        with pytest.raises(password_rules.PasswordObvious):
            demo.load(NOW, "demo-demo-demo-demo")
        assert people.count() == 0
