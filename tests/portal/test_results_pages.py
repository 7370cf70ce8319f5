"""The result as a page: what is agreed, what is still to agree, and what nobody rated."""

import re
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from assessments.rounds import AgreedLevel
from assessments.settling import agree, finalise
from portal.persistence import database, rounds
from portal.persistence.people import Person
from tests import builders
from tests.portal.reading import words_of

SAME, WIDE, UNSEEN = "rel_trust", "con_pm", "data_tools"
ANSWERS: dict[str, Answer] = {
    SAME: Level.INDEPENDENT,
    WIDE: Level.AWARE,
    UNSEEN: Exemption.NOT_OBSERVED,
}


@pytest.fixture
def ken(app: Flask) -> Person:
    return builders.a_manager(app)


@pytest.fixture
def hana(app: Flask, ken: Person) -> Person:
    return builders.a_person(app, manager=ken)


@pytest.fixture
def window(client: FlaskClient, hana: Person) -> FlaskClient:
    return builders.sign_in(client, hana)


def cells(page: str, skill_id: str) -> dict[str, str]:
    """What each cell of a skill's row says, by its head."""
    row = page[page.index(f'/skills/{skill_id}">', page.index('id="all-skills"')) :]
    row = row[: row.index("</tr>")]
    found = re.findall(r'<td[^>]* data-label="([^"]+)">(.*?)</td>', row, flags=re.DOTALL)
    return {head: words_of(text) for head, text in found}


def settle(app: Flask, round_id: UUID, skill_id: str) -> None:
    with app.app_context():
        record = rounds.find(round_id)
        assert record
        agreed = agree(record.round, AgreedLevel(skill_id, Level.ASSISTED, "Between the two."))
        rounds.finalise(round_id, finalise(agreed), None, builders.MORNING)
        database.commit()


def test_before_it_is_settled_it_says_what_is_still_to_agree(
    app: Flask, window: FlaskClient, hana: Person, ken: Person
) -> None:
    theirs = {**ANSWERS, WIDE: Level.INDEPENDENT}
    round_id = builders.a_round(app, hana, by_self=ANSWERS, rater=ken, by_manager=theirs)
    page = window.get("/results/").text
    assert cells(page, WIDE)["Agreed"] == "Still to agree"
    assert cells(page, SAME)["Agreed"] == "Rated the same"
    detail = words_of(window.get(f"/results/people/{hana.id}/skills/{WIDE}").text)
    assert "Agreed level Still to agree" in detail

    settle(app, round_id, WIDE)
    page = window.get("/results/").text
    assert cells(page, WIDE)["Agreed"] == "2"
    assert cells(page, SAME)["Agreed"] == "3"
    assert cells(page, UNSEEN)["Agreed"] == "Not yet rated"


def test_before_both_are_in_nothing_is_said_to_be_open(
    app: Flask, window: FlaskClient, hana: Person
) -> None:
    builders.a_round(app, hana, by_self=ANSWERS)
    line = cells(window.get("/results/").text, WIDE)
    assert line["Manager"] == line["Agreed"] == "Not yet rated"


def test_on_a_phone_every_cell_of_a_skill_says_what_it_is(
    app: Flask, window: FlaskClient, hana: Person
) -> None:
    builders.a_round(app, hana, by_self=ANSWERS)
    heads = ["Self", "Manager", "Agreed", "Target", "Gap", "Weight", "Self − manager"]
    assert list(cells(window.get("/results/").text, WIDE)) == heads
