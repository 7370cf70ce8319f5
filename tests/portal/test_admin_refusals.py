"""What is wrong with a person's form stands at its field, in words of the form."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.persistence.people import Person
from tests import builders
from tests.portal.admin_pages import add, change
from tests.portal.reading import words_of


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    """The administrator, signed in."""
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


def error_at(field: str, page: str) -> str:
    """The error that a field is tied to, and that the summary leads to it with."""
    (control,) = re.findall(rf'<[^>]*\bid="{field}"[^>]*>', page)
    line = re.search(rf'id="{field}-error">(.*?)</p>', page, re.DOTALL)
    assert re.search(rf'aria-describedby="[^"]*\b{field}-error"', control)
    assert line
    words = words_of(line[1]).removeprefix("Error: ")
    assert re.search(rf'<a href="#{field}">[^<]*{re.escape(words)}</a>', page)
    return words


def test_an_address_of_somebody_else_is_refused(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    answer = change(client, hana, email=aya.email)
    assert answer.status_code == 422
    assert error_at("email", answer.text) == "Somebody else has this e-mail address."


def test_a_manager_whom_nobody_knows_is_said_at_the_field_in_words_of_the_form(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    answer = add(client, manager="nobody@x.example")
    assert answer.status_code == 422
    words = "Nobody here has the address “nobody@x.example”. Check it, or add that person first."
    assert error_at("manager", answer.text) == words
    assert "file" not in words_of(answer.text).partition("Please check")[2].partition("Name")[0]
    hana = builders.a_person(app)
    assert error_at("manager", change(client, hana, manager=hana.email).text)
    boss = builders.a_manager(app)
    builders.a_person(app, "Emi", manager=boss)
    assert "keeps the role" in error_at("roles", change(client, boss, roles=["csm"]).text)


def test_the_address_of_a_manager_is_refused_for_somebody_new_and_nothing_else_is_said(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    boss = builders.a_manager(app)
    builders.a_person(app, manager=boss)
    page = add(client, email=boss.email).text
    assert error_at("email", page) == "Somebody else has this e-mail address."
    assert "keeps the role" not in page
