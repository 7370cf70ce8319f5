"""Sorting, choosing and folding the team matrix, all by its address."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import Answer
from portal.persistence import database, people
from portal.persistence.people import Person
from tests import builders
from tests.portal.queries import counted
from tests.portal.team_pages import matrix_of
from tests.portal.team_people import rated, settle

MIXED: dict[str, Answer] = {"rel_trust": Level.AWARE, "con_pm": Level.ADVANCED}
HEAD_ROWS = 3


@pytest.fixture
def boss(app: Flask) -> Person:
    """A manager of three: Hana at 3 throughout, Jun mixed, Mei at 2 and agreed."""
    boss = builders.a_manager(app)
    with app.app_context():
        team = people.add_team("Enterprise")
        database.commit()
    rated(app, boss, "Hana Sato", 3, team=team)
    rated(app, boss, "Jun Ito", MIXED, type_id="concierge")
    settle(app, rated(app, boss, "Mei Kato", 2, team=team))
    return boss


@pytest.fixture
def signed_in(client: FlaskClient, boss: Person) -> FlaskClient:
    return builders.sign_in(client, boss)


def people_in(client: FlaskClient, query: str) -> list[str]:
    """First names in the order of the matrix."""
    rows = matrix_of(client, f"/team/?{query}").names[HEAD_ROWS:]
    return [name.split()[0] for name in rows if not name.startswith("At level 3")]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Hana", "Jun", "Mei"]),
        ("sort=-name", ["Mei", "Jun", "Hana"]),
        ("sort=fit", ["Mei", "Hana", "Jun"]),
        ("sort=-fit", ["Hana", "Mei", "Jun"]),
        ("sort=gap", ["Mei", "Hana", "Jun"]),
        ("sort=-gap", ["Jun", "Hana", "Mei"]),
        ("sort=age", ["Hana", "Jun", "Mei"]),
    ],
)
def test_people_are_sorted_and_who_has_no_figure_comes_last(
    signed_in: FlaskClient, query: str, names: list[str]
) -> None:
    assert people_in(signed_in, query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("type=concierge", ["Jun"]),
        ("at_least=4", ["Jun"]),
        ("at_most=1", ["Jun"]),
        ("at_least=3&at_most=3", ["Hana"]),
        ("source=agreed", ["Mei"]),
        ("source=manager", ["Hana", "Jun"]),
        ("skill=con_pm&at_least=3", ["Hana", "Jun"]),
        ("skill=con_pm&at_least=3&type=onboarding", ["Hana"]),
    ],
)
def test_people_and_levels_are_chosen(signed_in: FlaskClient, query: str, names: list[str]) -> None:
    assert people_in(signed_in, query) == names


@pytest.mark.parametrize(
    "query",
    ["type=none", "team=1", "skill=%27", "at_least=9", "at_most=x", "source=me", "fold=zzz"],
)
def test_a_choice_that_is_not_offered_asks_for_nothing(signed_in: FlaskClient, query: str) -> None:
    assert people_in(signed_in, query) == ["Hana", "Jun", "Mei"]


def test_a_team_is_chosen_by_its_id(app: Flask, signed_in: FlaskClient) -> None:
    with app.app_context():
        [team] = people.teams()
    assert people_in(signed_in, f"team={team.id}") == ["Hana", "Mei"]


def test_levels_that_were_not_chosen_stay_blank(signed_in: FlaskClient) -> None:
    row = matrix_of(signed_in, "/team/?at_least=2").row("Jun Ito")
    assert [cell for cell in row[3:] if cell] == ["4Mgr"]


def test_one_skill_shows_one_column(signed_in: FlaskClient) -> None:
    assert len(matrix_of(signed_in, "/team/?skill=con_pm").row("Hana Sato")) == 4


def test_conditions_that_nobody_meets_say_so(signed_in: FlaskClient) -> None:
    page = signed_in.get("/team/?at_least=5").text
    assert "Nobody here has a level like this" in page
    assert "Show all" in page


def test_a_folded_category_is_one_column_with_its_fit(signed_in: FlaskClient) -> None:
    whole, folded = (matrix_of(signed_in, f"/team/{query}") for query in ("", "?fold=rel"))
    assert len(whole.row("Mei Kato")) - len(folded.row("Mei Kato")) == 4
    assert folded.row("Mei Kato")[3] == "57.9%"


def test_links_keep_everything_else_that_was_asked_for(signed_in: FlaskClient) -> None:
    page = signed_in.get("/team/?sort=-gap&fold=rel&type=onboarding").text
    assert "/team/?sort=-gap&amp;fold=con.rel&amp;type=onboarding" in page
    assert '<input type="hidden" name="fold" value="rel">' in page


def statements(app: Flask, client: FlaskClient) -> int:
    """How many statements the page takes."""
    with app.app_context(), counted() as sent:
        assert client.get("/team/").status_code == 200
    return len(sent)


def test_thirty_people_take_as_many_statements_as_three(
    app: Flask, signed_in: FlaskClient, boss: Person
) -> None:
    statements(app, signed_in)
    of_three = statements(app, signed_in)
    for number in range(27):
        rated(app, boss, f"Person {number:02}", number % 6)
    assert statements(app, signed_in) == of_three
