"""From the first answer to the agreed level, through the pages."""

from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import Relation
from portal.persistence import rounds
from portal.persistence.people import Person
from tests import builders

EVIDENCE = "On 3 October the customer asked for a plan; we agreed it the same day."


def _answers(app: Flask, person: Person, level: int) -> dict[str, dict[str, str]]:
    with app.app_context():
        record = rounds.open_of(person.id)
        assert record
        skill_map = record.round.profile.map
        return {
            category.id: {
                f"{need.skill.id}-{name}": value
                for need in skill_map.in_category(category)
                for name, value in (
                    ("answer", str(level)),
                    ("evidence", EVIDENCE),
                    ("version", "0"),
                )
            }
            for category in skill_map.categories
        }


def _assessment(app: Flask, person: Person, relation: Relation) -> UUID:
    with app.app_context():
        record = rounds.open_of(person.id)
        assert record
        written = record.self_record if relation is Relation.SELF else record.manager_record
        assert written
        return written.id


def _rate_all(client: FlaskClient, person: Person, relation: Relation, level: int) -> None:
    app = client.application
    assessment_id = _assessment(app, person, relation)
    for category_id, typed in _answers(app, person, level).items():
        page = client.get(f"/assess/{assessment_id}/{category_id}")
        assert page.status_code == 200
        saved = client.post(f"/assess/{assessment_id}/{category_id}", data=typed)
        assert saved.status_code == 302
    assert client.get(f"/assess/{assessment_id}/").status_code == 200
    assert client.post(f"/assess/{assessment_id}/submit").status_code == 302


def test_two_people_rate_compare_and_agree(app: Flask, client: FlaskClient) -> None:
    boss = builders.a_manager(app)
    hana = builders.a_person(app, manager=boss)

    builders.sign_in(client, hana)
    assert {client.get(path).status_code for path in ("/", "/results/")} == {200}
    client.post("/assess/self")
    _rate_all(client, hana, Relation.SELF, 3)
    assert client.get("/assess/").status_code == 200

    builders.sign_in(client, boss)
    client.post(f"/assess/people/{hana.id}")
    _rate_all(client, hana, Relation.MANAGER, 1)
    with app.app_context():
        record = rounds.open_of(hana.id)
        assert record
        assert record.round.is_revealed
    page = client.get(f"/assess/rounds/{record.id}/")
    assert page.status_code == 200

    levels = f"/assess/rounds/{record.id}/levels"
    skill_ids = list(record.round.profile.map.by_skill)
    agreed = {f"{skill_id}-answer": "2" for skill_id in skill_ids}
    assert client.post(levels, data=agreed).status_code == 422
    reasons = {f"{each}-reason": "Alone on standard cases, asks on new ones." for each in skill_ids}
    assert client.post(levels, data=agreed | reasons).status_code == 302
    assert client.post(f"/assess/rounds/{record.id}/finalise").status_code == 302
    assert client.get(f"/results/people/{hana.id}").status_code == 200
    assert client.get(f"/results/people/{hana.id}/skills/con_pm").status_code == 200

    with app.app_context():
        settled = rounds.find(record.id)
        assert settled
        assert settled.round.is_finalised
        assert {each.answer for each in settled.round.agreed.values()} == {Level.ASSISTED}


def test_an_agreed_level_of_no_skill_of_the_map_keeps_the_others_from_being_saved(
    app: Flask, client: FlaskClient
) -> None:
    boss = builders.a_manager(app)
    hana = builders.a_person(app, manager=boss)
    round_id = builders.a_round(app, hana, by_self=3, rater=boss, by_manager=1)
    builders.sign_in(client, boss)
    levels = f"/assess/rounds/{round_id}/levels"
    typed = {"con_pm-answer": "3", "no_skill-reason": "Of no skill"}
    for path in (levels, f"{levels}/con_pm"):
        assert client.post(path, data=typed).status_code == 422
    with app.app_context():
        found = rounds.find(round_id)
        assert found
        assert not found.round.agreed
