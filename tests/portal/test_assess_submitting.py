"""Handing in: what it leads to is said before, and where it led to is shown after."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import Relation
from portal.persistence import rounds
from portal.persistence.people import Person
from tests import builders
from tests.portal.reading import words_of

FINAL = "opens both assessments to both of you at once and cannot be taken back"


def the_draft(app: Flask, member: Person, relation: Relation) -> UUID:
    with app.app_context():
        record = rounds.open_of(member.id)
        assert record
        written = record.side(relation)
        assert written
        return written.id


def a_draft_of(
    app: Flask, relation: Relation, *, is_other_in: bool = False, answers: int | None = 3
) -> tuple[Person, UUID]:
    """Who writes a full draft of one side, and the draft; the other side is in or not there."""
    ken = builders.a_manager(app)
    hana = builders.a_person(app, manager=ken)
    builders.a_round(app, hana, by_self=answers, rater=ken, by_manager=answers, is_submitted=False)
    drafts = {each: the_draft(app, hana, each) for each in (Relation.SELF, Relation.MANAGER)}
    writers = {Relation.SELF: hana, Relation.MANAGER: ken}
    if is_other_in:
        (other,) = set(drafts) - {relation}
        client = builders.sign_in(app.test_client(), writers[other])
        assert client.post(f"/assess/{drafts[other]}/submit").status_code == 302
    return writers[relation], drafts[relation]


def test_a_manager_is_told_before_that_submitting_is_final_once_the_member_is_in(
    app: Flask, client: FlaskClient
) -> None:
    ken, draft = a_draft_of(app, Relation.MANAGER, is_other_in=True)
    page = builders.sign_in(client, ken).get(f"/assess/{draft}/").text
    assert f"Hana Sato has already submitted: submitting {FINAL}" in page
    assert "You can take it back" not in page


def test_a_manager_may_take_back_as_long_as_the_member_is_not_in(
    app: Flask, client: FlaskClient
) -> None:
    ken, draft = a_draft_of(app, Relation.MANAGER)
    page = builders.sign_in(client, ken).get(f"/assess/{draft}/").text
    assert "You can take it back until both of you have submitted." in page
    assert FINAL not in page


def test_a_member_reads_the_same_whether_the_manager_is_in_or_not(app: Flask) -> None:
    pages = []
    for is_in, name in ((True, "Ken Mori"), (False, "Rin Oda")):
        ken = builders.a_manager(app, name)
        hana = builders.a_person(app, f"Hana of {name}", manager=ken)
        builders.a_round(app, hana, by_self=3, rater=ken, by_manager=3, is_submitted=False)
        if is_in:
            theirs = the_draft(app, hana, Relation.MANAGER)
            builders.sign_in(app.test_client(), ken).post(f"/assess/{theirs}/submit")
        draft = the_draft(app, hana, Relation.SELF)
        page = builders.sign_in(app.test_client(), hana).get(f"/assess/{draft}/").text
        pages.append(words_of(page[page.index("<main") :]))
    assert pages[0] == pages[1]
    assert f"If your manager already has, submitting {FINAL}." in pages[0]


@pytest.mark.parametrize("relation", [Relation.SELF, Relation.MANAGER])
def test_who_hands_in_second_comes_to_the_comparison(
    app: Flask, client: FlaskClient, relation: Relation
) -> None:
    writer, draft = a_draft_of(app, relation, is_other_in=True)
    builders.sign_in(client, writer)
    for _ in range(2):
        page = client.post(f"/assess/{draft}/submit", follow_redirects=True)
        assert "<h1>Side by side: Hana Sato</h1>" in page.text
        assert "Both assessments are in and open to both of you." in page.text


def test_who_hands_in_first_comes_to_the_list(app: Flask, client: FlaskClient) -> None:
    hana, draft = a_draft_of(app, Relation.SELF)
    page = builders.sign_in(client, hana).post(f"/assess/{draft}/submit", follow_redirects=True)
    assert "Both of you see both assessments once both are in." in page.text
    assert page.request.path == "/assess/"


def test_continue_leads_to_the_first_skill_without_an_answer(
    app: Flask, client: FlaskClient
) -> None:
    hana = builders.a_person(app)
    answers = {"rel_trust": Level.AWARE, "rel_listening": Level.AWARE, "con_pm": Level.AWARE}
    builders.a_round(app, hana, by_self=answers, is_submitted=False)
    draft = the_draft(app, hana, Relation.SELF)
    builders.sign_in(client, hana)
    for path in ("/", "/assess/"):
        assert f'href="/assess/{draft}/rel#rel_communication-answer"' in client.get(path).text
    assert 'id="rel_communication-answer"' in client.get(f"/assess/{draft}/rel").text


def test_continue_leads_to_the_review_once_all_is_answered(app: Flask, client: FlaskClient) -> None:
    hana, draft = a_draft_of(app, Relation.SELF)
    builders.sign_in(client, hana)
    assert f'href="/assess/{draft}/"' in client.get("/").text
    review = client.get(f"/assess/{draft}/").text
    assert review.index('href="#submit"') < review.index("<h2>") < review.index('id="submit"')
