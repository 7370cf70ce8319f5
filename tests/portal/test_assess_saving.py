"""Saving while typing: two windows, double clicks, bad input; nothing typed is lost."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import AssessmentState, Exemption
from portal.persistence import assessments, database, rounds
from portal.persistence.people import Person
from tests import audit_log, builders

SKILL = "con_pm"
MEGABYTE = 1_000_000


@pytest.fixture
def hana(app: Flask) -> Person:
    return builders.a_person(app, manager=builders.a_manager(app))


@pytest.fixture
def draft(app: Flask, hana: Person) -> UUID:
    """Hana's self-assessment, begun and without a single answer."""
    builders.a_round(app, hana, by_self={}, is_submitted=False)
    return _written(app, hana)[0]


@pytest.fixture
def window(client: FlaskClient, hana: Person) -> FlaskClient:
    return builders.sign_in(client, hana)


def _written(app: Flask, person: Person) -> tuple[UUID, dict[str, object], dict[str, str]]:
    with app.app_context():
        record = rounds.open_of(person.id)
        assert record
        assert record.self_record
        ratings = record.self_record.assessment.ratings
        answers: dict[str, object] = {key: each.answer for key, each in ratings.items()}
        evidence = {key: each.evidence for key, each in ratings.items()}
        return record.self_record.id, answers, evidence


def _typed(answer: str, evidence: str = "", version: str = "0") -> dict[str, str]:
    return {
        f"{SKILL}-answer": answer,
        f"{SKILL}-evidence": evidence,
        f"{SKILL}-version": version,
    }


def test_an_answer_is_kept_as_soon_as_it_is_acknowledged(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    answer = window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed("3", "Plan agreed."))
    assert answer.get_json()["version"] == "1"
    assert answer.get_json()["progress"]["done"] == 1
    _, answers, evidence = _written(app, hana)
    assert answers == {SKILL: Level.INDEPENDENT}
    assert evidence == {SKILL: "Plan agreed."}


@pytest.mark.parametrize("answer", ["6", "-1", "NaN", "3.5", "1e309", "1,000", "abc", "３５"])
def test_what_is_no_level_is_refused_with_a_message(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID, answer: str
) -> None:
    reply = window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed(answer))
    assert reply.status_code == 422
    assert reply.get_json()["errors"] == [
        "Choose a level from 0 to 5, not applicable or not observed."
    ]
    assert _written(app, hana)[1] == {}


def test_a_full_width_digit_counts_as_its_level(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    assert window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed("３")).status_code == 200
    assert _written(app, hana)[1] == {SKILL: Level.INDEPENDENT}


def test_not_applicable_is_an_answer_and_no_level(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed("not_applicable"))
    assert _written(app, hana)[1] == {SKILL: Exemption.NOT_APPLICABLE}


def test_evidence_is_kept_before_a_level_is_chosen(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed("", "Kick-off on 3 October"))
    assert _written(app, hana)[1:] == ({SKILL: None}, {SKILL: "Kick-off on 3 October"})


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ("x" * MEGABYTE, "Keep this to 4,000 characters or fewer (now 1,000,000)."),
        ("a\x00b", "Remove the invisible control characters from this text."),
    ],
)
def test_text_that_cannot_be_kept_comes_back_with_a_message(
    window: FlaskClient, draft: UUID, evidence: str, message: str
) -> None:
    page = window.post(f"/assess/{draft}/con", data=_typed("3", evidence))
    assert page.status_code == 422
    assert message in page.text
    assert evidence.replace("\x00", "") in page.text.replace("\x00", "")


def test_what_was_saved_beside_an_error_is_still_on_the_page(
    window: FlaskClient, draft: UUID
) -> None:
    wrong = {"con_proposal-answer": "3", "con_proposal-evidence": "x" * 5000}
    page = window.post(f"/assess/{draft}/con", data=_typed("3", "Plan agreed.") | wrong)
    assert page.status_code == 422
    assert "Plan agreed.</textarea>" in page.text
    assert f'name="{SKILL}-version" value="1"' in page.text


def test_half_a_character_is_replaced_and_the_rest_is_kept(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    body = f"{SKILL}-answer=3&{SKILL}-version=0&{SKILL}-evidence=seen%ED%A0%80here"
    sent = window.post(
        f"/assess/{draft}/skills/{SKILL}",
        data=body,
        content_type="application/x-www-form-urlencoded",
    )
    assert sent.status_code == 200
    evidence = _written(app, hana)[2][SKILL]
    assert evidence.startswith("seen")
    assert evidence.endswith("here")


def test_two_windows_do_not_overwrite_each_other(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    url = f"/assess/{draft}/skills/{SKILL}"
    window.post(url, data=_typed("3", "From the first window"))
    second = window.post(url, data=_typed("2", "From the second window"))
    assert second.status_code == 409
    conflict = second.get_json()["conflict"]
    assert conflict == {"theirs": "3\nFrom the first window", "version": "1"}
    assert _written(app, hana)[2] == {SKILL: "From the first window"}
    assert window.post(url, data=_typed("2", "Mine", version="1")).status_code == 200
    assert _written(app, hana)[2] == {SKILL: "Mine"}


def test_a_conflict_without_script_shows_both_texts(window: FlaskClient, draft: UUID) -> None:
    window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed("3", "From the first window"))
    page = window.post(f"/assess/{draft}/con", data=_typed("2", "From the second window"))
    assert page.status_code == 409
    assert "From the first window" in page.text
    assert "From the second window" in page.text
    again = window.post(f"/assess/{draft}/con", data=_typed("2", "Second", version="1"))
    assert again.status_code == 302


def test_sending_twice_has_one_effect(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    url = f"/assess/{draft}/skills/{SKILL}"
    answers = [window.post(url, data=_typed("3", "Once")) for _ in range(3)]
    assert [each.get_json()["version"] for each in answers] == ["1", "1", "1"]
    with app.app_context():
        saved = [
            each for each in audit_log.about(hana.id, limit=50) if each.action == "ratings_saved"
        ]
    assert len(saved) == 1


def test_submitting_twice_hands_in_once(app: Flask, client: FlaskClient) -> None:
    leo = builders.a_person(app, "Leo Brandt")
    builders.a_round(app, leo, by_self=3, is_submitted=False)
    assessment_id = _written(app, leo)[0]
    builders.sign_in(client, leo)
    for _ in range(2):
        assert client.post(f"/assess/{assessment_id}/submit").status_code == 302
    with app.app_context():
        events = [each.action for each in audit_log.about(leo.id, limit=50)]
    assert events.count("assessment_submitted") == 1


def test_a_form_for_a_closed_assessment_gives_the_text_back(
    app: Flask, window: FlaskClient, draft: UUID
) -> None:
    with app.app_context():
        assessments.change_state(draft, AssessmentState.SUBMITTED, at=builders.MORNING)
        database.commit()
    page = window.post(f"/assess/{draft}/con", data=_typed("3", "Written too late"))
    assert page.status_code == 409
    assert "can no longer be changed" in page.text
    assert "Written too late" in page.text


def test_what_is_missing_keeps_an_assessment_from_being_handed_in(
    window: FlaskClient, draft: UUID
) -> None:
    window.post(f"/assess/{draft}/skills/{SKILL}", data=_typed("4"))
    page = window.post(f"/assess/{draft}/submit", follow_redirects=True)
    assert "28 skills have no answer yet" in page.text
    assert "without evidence" in page.text


def test_a_skill_of_another_form_is_refused_and_nothing_is_saved(
    app: Flask, window: FlaskClient, hana: Person, draft: UUID
) -> None:
    typed = _typed("3", "A plan for three weeks") | {"rel_trust-evidence": "Not of this page"}
    for page in ("con", f"skills/{SKILL}"):
        answer = window.post(f"/assess/{draft}/{page}", data=typed)
        assert answer.status_code == 422
        assert "A plan for three weeks" in answer.text
        assert "Not of this page" in answer.text
    assert _written(app, hana)[1] == {}
