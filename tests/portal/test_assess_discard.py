"""An assessment begun by mistake can be discarded as long as nothing is written in it."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from assessments.ratings import Relation
from portal.persistence import rounds
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.persistence.round_records import RoundRecord
from tests import audit_log, builders
from tests.portal.reading import words_of


@pytest.fixture
def ken(app: Flask) -> Person:
    return builders.a_manager(app)


@pytest.fixture
def hana(app: Flask, ken: Person) -> Person:
    return builders.a_person(app, manager=ken)


@pytest.fixture
def window(client: FlaskClient, hana: Person) -> FlaskClient:
    return builders.sign_in(client, hana)


def under_way(app: Flask, person: Person) -> RoundRecord | None:
    with app.app_context():
        return rounds.open_of(person.id)


def own_draft(app: Flask, person: Person) -> UUID:
    record = under_way(app, person)
    assert record
    assert record.self_record
    return record.self_record.id


def acts(app: Flask, person: Person) -> list[str]:
    with app.app_context():
        return [each.action for each in audit_log.about(person.id, limit=20)]


def test_the_round_goes_with_it_and_the_log_tells(
    app: Flask, window: FlaskClient, hana: Person
) -> None:
    window.post("/assess/self")
    url = f"/assess/{own_draft(app, hana)}/discard"
    assert f'href="{url}"' in window.get("/").text
    assert "<h1>Discard my self-assessment</h1>" in window.get(url).text
    assert under_way(app, hana)
    page = window.post(url, follow_redirects=True)
    assert "The assessment was discarded." in page.text
    assert under_way(app, hana) is None
    assert {"assessment_discarded", "round_discarded"} <= set(acts(app, hana))
    assert window.post("/assess/self").status_code == 302
    assert under_way(app, hana)


def test_one_with_a_single_answer_stays(app: Flask, window: FlaskClient, hana: Person) -> None:
    builders.a_round(app, hana, by_self={"con_pm": Level.AWARE}, is_submitted=False)
    url = f"/assess/{own_draft(app, hana)}/discard"
    assert url not in window.get("/").text
    for answer in (window.get(url), window.post(url)):
        assert answer.status_code == 409
        assert "Something is written in this assessment already" in answer.text
    assert under_way(app, hana)
    assert "assessment_discarded" not in acts(app, hana)


@pytest.mark.parametrize("theirs", [{}, {"con_pm": Level.AWARE}])
def test_what_the_manager_has_begun_stays_and_the_member_does_not_learn_of_it(
    app: Flask, window: FlaskClient, hana: Person, ken: Person, theirs: dict[str, Level]
) -> None:
    alone = builders.a_person(app, "Leo Brandt", manager=ken)
    builders.a_round(app, hana, by_self={}, rater=ken, by_manager=theirs, is_submitted=False)
    builders.a_round(app, alone, by_self={}, is_submitted=False)
    pages = []
    for person in (hana, alone):
        builders.sign_in(window, person)
        draft = own_draft(app, person)
        asked = window.get(f"/assess/{draft}/discard").text
        done = window.post(f"/assess/{draft}/discard", follow_redirects=True).text
        pages.append(
            [
                words_of(page[page.index("<main") :])
                for page in (asked, done, window.get("/assess/").text)
            ]
        )
    assert pages[0] == pages[1]
    record = under_way(app, hana)
    assert record
    assert [each.relation for each in record.every_record] == [Relation.MANAGER]
    assert set(record.every_record[0].assessment.ratings) == set(theirs)


def test_a_manager_may_discard_an_empty_one_too(
    app: Flask, client: FlaskClient, hana: Person, ken: Person
) -> None:
    builders.sign_in(client, ken)
    client.post(f"/assess/people/{hana.id}")
    record = under_way(app, hana)
    assert record
    url = f"/assess/{record.every_record[0].id}/discard"
    assert f'href="{url}"' in client.get("/assess/").text
    assert "Discard my assessment of Hana Sato" in client.get(url).text
    client.post(url)
    assert under_way(app, hana) is None
    builders.sign_in(client, hana)
    assert client.post(url).status_code == 404


def test_who_is_rated_does_not_read_in_the_log_that_the_manager_discarded(
    app: Flask, client: FlaskClient, ken: Person
) -> None:
    held = frozenset({Role.CSM, Role.ADMIN})
    hana = builders.a_person(app, "Hana Abe", held=held, manager=ken)
    builders.sign_in(client, ken).post(f"/assess/people/{hana.id}")
    record = under_way(app, hana)
    assert record
    client.post(f"/assess/{record.every_record[0].id}/discard")
    reads = {}
    for reader in (hana, builders.an_admin(app)):
        reads[reader.name] = builders.sign_in(client, reader).get("/admin/audit").text
    assert "of Hana Abe discarded while empty" in reads["Aya Abe"]
    assert "of Hana Abe discarded while empty" not in reads["Hana Abe"]
