"""My home says first what is to be done, then what is waited for."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.settling import finalise
from portal import clock
from portal.persistence import database, rounds
from portal.persistence.people import Person
from tests import builders

FINAL = "Your result has been final since"
START = "Start my self-assessment"
START_ANEW = "Start a new self-assessment"


def a_settled_round(app: Flask, person: Person, rater: Person, days_ago: int) -> None:
    round_id = builders.a_round(app, person, by_self=3, rater=rater, by_manager=3)
    with app.app_context():
        record = rounds.find(round_id)
        assert record
        at = clock.now() - timedelta(days=days_ago)
        rounds.finalise(round_id, finalise(record.round), rater.id, at)
        database.commit()


@pytest.mark.parametrize("path", ["/", "/assess/"])
@pytest.mark.parametrize("days_ago", [0, 29])
def test_a_result_just_agreed_comes_before_starting_anew(
    app: Flask, client: FlaskClient, path: str, days_ago: int
) -> None:
    ken = builders.a_manager(app)
    hana = builders.a_person(app, manager=ken)
    a_settled_round(app, hana, ken, days_ago)
    page = builders.sign_in(client, hana).get(path).text
    assert (
        page.index(FINAL) < page.index('href="/results/">Open my result') < page.index(START_ANEW)
    )
    assert START not in page
    assert "What waits for me" not in page


@pytest.mark.parametrize("path", ["/", "/assess/"])
def test_a_month_later_the_next_self_assessment_comes_first(
    app: Flask, client: FlaskClient, path: str
) -> None:
    ken = builders.a_manager(app)
    hana = builders.a_person(app, manager=ken)
    a_settled_round(app, hana, ken, 31)
    page = builders.sign_in(client, hana).get(path).text
    assert FINAL not in page
    assert START in page


def test_a_new_round_is_what_waits_even_after_a_fresh_result(
    app: Flask, client: FlaskClient
) -> None:
    ken = builders.a_manager(app)
    hana = builders.a_person(app, manager=ken)
    a_settled_round(app, hana, ken, 1)
    builders.sign_in(client, hana).post("/assess/self")
    page = client.get("/").text
    assert FINAL not in page
    assert "What waits for me" in page


@pytest.mark.parametrize(
    ("is_submitted", "heading"), [(False, "What waits for me"), (True, "My assessment")]
)
def test_a_round_that_waits_for_another_stands_below_the_members(
    app: Flask, client: FlaskClient, is_submitted: bool, heading: str
) -> None:
    head = builders.a_manager(app, "Aki Ueda")
    ken = builders.a_manager(app, manager=head)
    builders.a_person(app, manager=ken)
    builders.a_round(app, ken, by_self=3, is_submitted=is_submitted)
    page = builders.sign_in(client, ken).get("/").text
    is_below = page.index(f"<h2>{heading}</h2>") > page.index("<h2>My team needs me</h2>")
    assert is_below == is_submitted
