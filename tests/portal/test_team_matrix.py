"""The team matrix: who is in it, what a cell says, and what stays hidden."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from portal.persistence import database, lines, people
from portal.persistence.people import Person
from tests import builders
from tests.builders import MORNING
from tests.demo_facts import TODAY
from tests.portal.team_pages import matrix_of, tables_of
from tests.portal.team_people import rated, settle

pytest_plugins = ["tests.noon"]
pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def boss(app: Flask) -> Person:
    return builders.a_manager(app)


def change_line(app: Flask, person: Person, manager: Person | None, on: date) -> None:
    with app.app_context():
        lines.change(person.id, manager.id if manager else None, on)
        database.commit()


def test_a_manager_sees_the_levels_of_her_reports(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    rated(app, boss, "Hana Sato", 2)
    row = matrix_of(builders.sign_in(client, boss)).row("Hana Sato")
    assert row[1:3] == ["61.5%", "29"]
    assert row[3] == "2Mgr −1"


def test_a_person_of_another_manager_is_not_in_it(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    rated(app, boss, "Hana Sato", 2)
    rated(app, builders.a_manager(app, "Jun Ito"), "Omar Haddad", 5)
    assert "Omar" not in builders.sign_in(client, boss).get("/team/?scope=line").text


def test_who_manages_nobody_by_role_finds_no_team(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_person(app))
    assert client.get("/team/").status_code == 404


@pytest.mark.parametrize("days", [0, -30])
def test_a_report_who_has_moved_on_is_gone(
    app: Flask, client: FlaskClient, boss: Person, days: int
) -> None:
    hana = rated(app, boss, "Hana Sato", 2)
    change_line(app, hana, None, TODAY + timedelta(days))
    assert "Hana" not in builders.sign_in(client, boss).get("/team/").text


def test_a_report_who_comes_next_month_is_not_there_yet(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    other = builders.a_manager(app, "Jun Ito")
    hana = rated(app, other, "Hana Sato", 2)
    change_line(app, hana, boss, TODAY + timedelta(30))
    assert "Hana" not in builders.sign_in(client, boss).get("/team/").text


def test_a_report_who_has_left_is_gone(app: Flask, client: FlaskClient, boss: Person) -> None:
    hana = rated(app, boss, "Hana Sato", 2)
    with app.app_context():
        people.save(replace(hana, left_on=TODAY), MORNING)
        database.commit()
    assert "Hana" not in builders.sign_in(client, boss).get("/team/").text


def test_the_reports_of_reports_are_there_on_request_and_no_further(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    middle = builders.a_manager(app, "Jun Ito", manager=boss)
    lower = builders.a_manager(app, "Mei Kato", manager=middle)
    rated(app, middle, "Hana Sato", 2)
    rated(app, lower, "Omar Haddad", 2)
    builders.sign_in(client, boss)
    assert "Hana Sato" not in client.get("/team/").text
    line = client.get("/team/?scope=line").text
    assert "Hana Sato" in line
    assert "Omar Haddad" not in line


def test_before_both_have_handed_in_only_states_are_said(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    rated(app, boss, "Mei Kato", 2)
    hana = builders.a_person(app, manager=boss)
    builders.a_round(app, hana, by_self=5)
    matrix, states = tables_of(builders.sign_in(client, boss), "/team/")
    assert matrix.row("Hana Sato")[1:] == ["No result yet"]
    assert states.row("Hana Sato")[1:4] == [
        "the manager's assessment",
        "Submitted",
        "Not started",
    ]


def test_a_new_round_leaves_the_last_result_in_its_place(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    hana = rated(app, boss, "Hana Sato", 2)
    settle(app, hana)
    builders.a_round(app, hana, by_self=5, on=date(2026, 11, 1))
    assert matrix_of(builders.sign_in(client, boss)).row("Hana Sato")[3] == "2✓ −1"


def test_an_answer_that_is_no_level_is_a_word_and_no_gap(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    answers: dict[str, Answer] = {
        "rel_trust": Exemption.NOT_APPLICABLE,
        "rel_listening": Level.LEADING,
    }
    rated(app, boss, "Hana Sato", answers)
    row = matrix_of(builders.sign_in(client, boss)).row("Hana Sato")
    assert row[1:5] == ["Being assessed", "0", "Not applicable", "5Mgr"]
    assert row[5] == "Not yet rated"


def test_a_cell_leads_to_the_evidence_and_a_name_to_the_result(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    hana = rated(app, boss, "Hana Sato", 2)
    links = matrix_of(builders.sign_in(client, boss)).links
    assert f"/results/people/{hana.id}" in links
    assert f"/results/people/{hana.id}/skills/rel_trust" in links
    assert client.get(f"/results/people/{hana.id}/skills/rel_trust").status_code == 200


def test_the_target_line_spans_the_targets_of_the_people(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    rated(app, boss, "Hana Sato", 3)
    rated(app, boss, "Mei Kato", 3, type_id="concierge")
    assert matrix_of(builders.sign_in(client, boss)).row("Target level")[3:5] == ["3–4", "4"]


def test_the_last_line_counts_who_is_able(app: Flask, client: FlaskClient, boss: Person) -> None:
    rated(app, boss, "Hana Sato", 3)
    rated(app, boss, "Mei Kato", 2)
    builders.sign_in(client, boss)
    assert matrix_of(client).row("At level 3 or higher")[3] == "1/2"
    assert "Thin spots: 29 skills" in client.get("/team/").text


def test_a_manager_without_reports_reads_what_will_be_here(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    assert "Nobody reports to you" in builders.sign_in(client, boss).get("/team/").text


def test_a_team_without_results_is_shown_the_way_to_the_assessments(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    builders.a_person(app, manager=boss)
    page = builders.sign_in(client, boss).get("/team/").text
    assert "Nobody has a result yet" in page
    assert "the start of a round" in page


def test_both_databases_give_the_same_matrix(either_app: Flask) -> None:
    either_app.config["WTF_CSRF_ENABLED"] = False
    boss = builders.a_manager(either_app)
    settle(either_app, rated(either_app, boss, "Hana Sato", 2))
    rated(either_app, boss, "Mei Kato", 4, type_id="leader")
    client = builders.sign_in(either_app.test_client(), boss)
    rows = matrix_of(client)
    assert rows.row("Hana Sato")[:4] == [
        "Hana Sato Onboarding specialist Standard",
        "61.5%",
        "29",
        "2✓ −1",
    ]
    assert rows.row("Mei Kato")[1:4] == ["100.0%", "0", "4Mgr"]
    assert client.post("/team/matrix.xlsx").status_code == 200


def test_a_name_under_way_leads_to_where_its_manager_goes_on(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    talk = builders.a_person(app, "Emi Talk", manager=boss)
    talk_round = builders.a_round(app, talk, by_self=2, rater=boss, by_manager=2)
    builders.a_person(app, "Bo New", manager=boss)
    half, sent = (builders.a_person(app, name, manager=boss) for name in ("Cy Half", "Di Sent"))
    some = {"rel_trust": Level.LEADING}
    builders.a_round(app, half, rater=boss, by_manager=some, is_submitted=False)
    builders.a_round(app, sent, rater=boss, by_manager=3)
    middle = builders.a_manager(app, "Jun Ito", manager=boss)
    below = builders.a_person(app, "Ed Below", manager=middle)
    _, states = tables_of(builders.sign_in(client, boss), "/team/?scope=line")
    leads = dict(zip(states.names[1:], states.links, strict=True))
    assert leads["Emi Talk"] == f"/assess/rounds/{talk_round}/"
    assert leads["Bo New"] == "/assess/"
    assert re.fullmatch(r"/assess/[-0-9a-f]{36}/rel#.+-answer", leads["Cy Half"])
    assert re.fullmatch(r"/assess/[-0-9a-f]{36}/", leads["Di Sent"])
    assert leads["Ed Below"] == f"/results/people/{below.id}"
    for link in states.links:
        assert client.get(link).status_code == 200
