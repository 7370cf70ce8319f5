"""Self and manager in figures: who sees them, from how many on, and that nobody sees the group
whom it does not concern.
"""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.statistics.differences import differences_of
from portal.persistence import database, lines, roles, rounds
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.web.measures import in_levels, in_percent, in_signed_levels, signed_levels
from tests import builders
from tests.portal.queries import counted
from tests.portal.reading import words_of

TITLE = "Self and manager in figures"
GROUP = "Others with the same manager"


@pytest.fixture
def ken(app: Flask) -> Person:
    return builders.a_manager(app)


def rated(app: Flask, boss: Person, name: str, by_self: int = 4, by_manager: int = 3) -> Person:
    """A report whom both have rated, self a level higher."""
    person = builders.a_person(app, name, manager=boss)
    builders.a_round(app, person, by_self=by_self, rater=boss, by_manager=by_manager)
    return person


def side_by_side(app: Flask, client: FlaskClient, person: Person) -> str:
    with app.app_context():
        record = rounds.latest_revealed([person.id])[person.id]
    return words_of(client.get(f"/assess/rounds/{record.id}/").text)


def test_the_manager_reads_the_figures_of_the_person(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    hana = rated(app, ken, "Hana Sato")
    page = side_by_side(app, builders.sign_in(client, ken), hana)
    assert f"{TITLE} Self-ratings are 1.00 levels higher on average." in page
    assert "Mean of self minus manager (levels) +1.00 too few to show" in page
    assert "Rated exactly alike 0.0% [0.0%, " in page
    assert "Within one level 100.0% [" in page
    assert "correlate at about .22" in page
    assert "Not for ranking people, and not for pay." in page


def test_the_others_are_shown_from_five_people_on(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    people = [rated(app, ken, f"Member {name}") for name in "ABCDE"]
    builders.sign_in(client, ken)
    four = side_by_side(app, client, people[0])
    assert four.count("too few to show") == 5
    assert "fewer than 5 people" in four
    rated(app, ken, "Member F")
    five = side_by_side(app, client, people[0])
    assert "too few to show" not in five
    assert re.search(r"5 people, \d+ pairs of ratings", five)
    assert four.count("; data ") == 1
    assert five.count("; data ") == 2


def test_the_person_is_not_among_the_others(app: Flask, client: FlaskClient, ken: Person) -> None:
    """Else she could take herself out of a figure of five and read one of four."""
    hana = rated(app, ken, "Hana Sato", by_self=5, by_manager=1)
    for name in "ABCDE":
        rated(app, ken, f"Member {name}")
    page = side_by_side(app, builders.sign_in(client, ken), hana)
    assert "Mean of self minus manager (levels) +4.00 +1.00" in page


def test_a_csm_sees_her_own_figures_and_no_group(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    people = [rated(app, ken, f"Member {name}") for name in "ABCDE"]
    page = side_by_side(app, builders.sign_in(client, people[0]), people[0])
    assert TITLE in page
    assert GROUP not in page


def test_an_administrator_with_a_reason_sees_no_group(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    people = [rated(app, ken, f"Member {name}") for name in "ABCDE"]
    builders.sign_in(client, builders.an_admin(app))
    opened = {"reason": "A complaint has to be looked into"}
    client.post(f"/admin/people/{people[0].id}/open-ratings", data=opened)
    page = side_by_side(app, client, people[0])
    assert TITLE in page
    assert GROUP not in page


def test_the_managers_manager_reads_the_group_of_the_direct_manager(
    app: Flask, client: FlaskClient
) -> None:
    head = builders.a_manager(app, "Rie Mori")
    ken = builders.a_manager(app, manager=head)
    people = [rated(app, ken, f"Member {name}") for name in "ABCDEF"]
    page = side_by_side(app, builders.sign_in(client, head), people[0])
    assert "5 people, " in page


def test_a_former_manager_who_is_an_administrator_now_sees_no_group(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    people = [rated(app, ken, f"Member {name}") for name in "ABCDEF"]
    with app.app_context():
        roles.change(ken.id, frozenset({Role.ADMIN}), builders.LONG_AGO + timedelta(days=1))
        database.commit()
    builders.sign_in(client, ken)
    opened = {"reason": "A complaint has to be looked into"}
    client.post(f"/admin/people/{people[0].id}/open-ratings", data=opened)
    page = side_by_side(app, client, people[0])
    assert TITLE in page
    assert GROUP not in page


def test_a_report_that_no_round_was_revealed_of_is_not_counted(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    people = [rated(app, ken, f"Member {name}") for name in "ABCDEF"]
    draft = builders.a_person(app, "Member G", manager=ken)
    builders.a_round(app, draft, by_self=2, rater=ken, by_manager=5, is_submitted=False)
    page = side_by_side(app, builders.sign_in(client, ken), people[0])
    assert "5 people, " in page
    assert "; 1 without both ratings" in page


def test_what_a_manager_before_gave_is_not_counted(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    mia = builders.a_manager(app, "Mia Kato")
    people = [
        rated(app, mia, "Member A"),
        *(rated(app, ken, f"Member {name}") for name in "BCDEFG"),
    ]
    with app.app_context():
        lines.change_all(
            {each.id: mia.id for each in people}, builders.LONG_AGO + timedelta(days=1)
        )
        database.commit()
    page = side_by_side(app, builders.sign_in(client, mia), people[0])
    assert "fewer than 5 people" in page


def test_few_skills_rated_by_both_show_no_figure(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    hana = builders.a_person(app, manager=ken)
    few = {"rel_trust": Level.ADVANCED, "con_pm": Level.ADVANCED}
    builders.a_round(app, hana, by_self=few, rater=ken, by_manager=few)
    page = side_by_side(app, builders.sign_in(client, ken), hana)
    assert "Mean of self minus manager (levels) too few to show" in page
    assert "Too few skills were rated by both for a figure." in page


def test_the_page_costs_the_same_queries_however_large_the_group(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    people = [rated(app, ken, f"Member {name}") for name in "AB"]
    builders.sign_in(client, ken)
    side_by_side(app, client, people[0])
    with app.app_context(), counted() as few:
        side_by_side(app, client, people[0])
    for name in "CDEFGH":
        rated(app, ken, f"Member {name}")
    with app.app_context(), counted() as many:
        side_by_side(app, client, people[0])
    assert few
    assert len(many) == len(few)


def test_levels_and_shares_are_written_with_two_and_one_decimals() -> None:
    assert signed_levels(-0.004) == "±0.00"
    assert signed_levels(-1.2) == "−1.20"
    found = differences_of([(4, 3), (3, 3)] * 6)
    assert in_signed_levels(found.bias) == "+0.50 [+0.17,\N{NO-BREAK SPACE}+0.83]"
    assert in_levels(found.spread).startswith("0.52 [")
    assert in_percent(found.exact) == "50.0% [25.4%,\N{NO-BREAK SPACE}74.6%]"
