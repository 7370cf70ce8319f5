"""The menu shows what its reader may open, marks where she is, and leads nowhere else."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.persistence.people import Person
from tests import builders

ENTRY = re.compile(r'<li><a href="([^"]+)"( aria-current="page")?>([^<]+)</a></li>')


@pytest.fixture
def cast(app: Flask) -> dict[str, Person]:
    return {
        "csm": builders.a_person(app, "Hana Sato"),
        "manager": builders.a_manager(app, "Ken Mori"),
        "admin": builders.an_admin(app, "Aya Abe"),
        "nobody": builders.a_person(app, "No Role", held=frozenset()),
    }


def menu(client: FlaskClient, path: str = "/maps/") -> list[tuple[str, str, str]]:
    """Address, mark and words of every entry."""
    navigation = client.get(path).text.partition("<nav")[2].partition("</nav>")[0]
    return ENTRY.findall(navigation)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("csm", ["My home", "Assess", "My result", "Training", "Skill maps"]),
        ("manager", ["My home", "Assess", "My result", "Training", "Team", "Hiring", "Skill maps"]),
        ("admin", ["My home", "Training", "Hiring", "Skill maps", "Administration"]),
        ("nobody", []),
    ],
)
def test_everybody_sees_what_she_may_open_and_it_opens(
    client: FlaskClient, cast: dict[str, Person], role: str, words: list[str]
) -> None:
    builders.sign_in(client, cast[role])
    found = menu(client)
    assert [label for _, _, label in found] == words
    for address, _, label in found:
        assert (label, client.get(address).status_code) == (label, 200)


def test_the_place_where_somebody_is_stands_out(
    client: FlaskClient, cast: dict[str, Person]
) -> None:
    builders.sign_in(client, cast["manager"])
    for address, _, label in menu(client):
        marked = [words for _, mark, words in menu(client, address) if mark]
        assert marked == [label]


def test_the_result_of_somebody_else_is_not_my_result(app: Flask, client: FlaskClient) -> None:
    ken = builders.a_manager(app, "Ken Mori")
    hana = builders.a_person(app, "Hana Sato", manager=ken)
    builders.sign_in(client, ken)
    for person, marked in ((ken, ["My result"]), (hana, [])):
        entries = menu(client, f"/results/people/{person.id}")
        assert [label for _, mark, label in entries if mark] == marked


def test_nobody_signed_in_sees_no_menu(client: FlaskClient) -> None:
    assert menu(client, "/accounts/sign-in") == []
