"""A draft that a change of managers left behind no longer counts, whoever is manager today."""

from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from assessments.ratings import AssessmentState, Relation
from portal import clock
from portal.persistence import assessments, database, lines, rounds
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests import builders
from tests.builders import a_manager, a_person, a_round, sign_in


def a_draft_left_behind(app: Flask) -> tuple[Person, UUID, UUID]:
    """Today's manager, the round that another one rated, and her own open draft in it."""
    ken, rin = a_manager(app), a_manager(app, "Rin Oda")
    hana = a_person(app, manager=ken)
    round_id = a_round(app, hana, by_self=2, rater=ken, by_manager=2)
    with app.app_context():
        draft = assessments.start(round_id, rin.id, Relation.MANAGER, clock.now())
        lines.change(hana.id, rin.id, clock.today("Asia/Tokyo"))
        database.commit()
    return rin, round_id, draft


def the(app: Flask, round_id: UUID) -> RoundRecord:
    with app.app_context():
        found = rounds.find(round_id)
    assert found
    return found


def test_it_cannot_be_written(app: Flask, client: FlaskClient) -> None:
    rin, round_id, draft = a_draft_left_behind(app)
    sign_in(client, rin)
    typed = {"con_pm-answer": "5", "con_pm-evidence": "Now I know.", "con_pm-version": "0"}
    assert client.post(f"/assess/{draft}/skills/con_pm", data=typed).status_code == 409
    assert the(app, round_id).written(draft).assessment.ratings == {}


def test_it_cannot_be_handed_in_even_once_the_round_is_settled(
    app: Flask, client: FlaskClient
) -> None:
    rin, round_id, draft = a_draft_left_behind(app)
    sign_in(client, rin)
    assert client.post(f"/assess/rounds/{round_id}/finalise").status_code == 302
    before = the(app, round_id).round
    assert client.post(f"/assess/{draft}/submit").status_code == 409
    assert the(app, round_id).round == before
    assert the(app, round_id).written(draft).assessment.state is AssessmentState.DRAFT


def test_it_is_shown_without_buttons_to_write(app: Flask, client: FlaskClient) -> None:
    rin, _, draft = a_draft_left_behind(app)
    sign_in(client, rin)
    page = client.get(f"/assess/{draft}/").get_data(as_text=True)
    assert f"/assess/{draft}/submit" not in page
    assert client.get(f"/assess/{draft}/rel").location == f"/assess/{draft}/"


def test_finalising_twice_has_one_effect_and_the_same_answer(
    app: Flask, client: FlaskClient
) -> None:
    rin, round_id, _ = a_draft_left_behind(app)
    sign_in(client, rin)
    answers = [client.post(f"/assess/rounds/{round_id}/finalise") for _ in range(2)]
    assert answers[0].location == answers[1].location
    assert the(app, round_id).round.is_finalised


def test_who_takes_over_after_the_rating_is_offered_nothing_to_start(
    app: Flask, client: FlaskClient
) -> None:
    before, after = builders.a_manager(app), builders.a_manager(app, "New Manager")
    hana = builders.a_person(app, manager=after)
    builders.a_round(app, hana, rater=before, by_manager=3)
    builders.sign_in(client, after)
    page = client.get("/assess/").text
    assert "Already rated by the manager before" in page
    assert f"/assess/people/{hana.id}" not in page
