"""The page of the talk: what is noted and picked there is kept, and a refusal says what is left."""

import re
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessments.levels import Level
from assessments.rounds import Round
from portal.persistence import rounds
from portal.persistence.people import Person
from tests import builders
from tests.portal.reading import words_of

NOTE = "She showed me the plan of the ninth customer."
WIDE, NEAR, SHORT = "con_pm", "rel_trust", "life_onboarding"
BY_SELF = {WIDE: Level(4), NEAR: Level(3), SHORT: Level(3)}
BY_MANAGER = {WIDE: Level(2), NEAR: Level(2), SHORT: Level(2)}


@pytest.fixture
def boss(app: Flask) -> Person:
    return builders.a_manager(app)


@pytest.fixture
def hana(app: Flask, boss: Person) -> Person:
    return builders.a_person(app, manager=boss)


@pytest.fixture
def talk(app: Flask, client: FlaskClient, boss: Person, hana: Person) -> UUID:
    """A round with three skills to agree on; the manager has its page open."""
    builders.sign_in(client, boss)
    return builders.a_round(app, hana, by_self=BY_SELF, rater=boss, by_manager=BY_MANAGER)


def typed(skill_id: str, answer: str, reason: str = "", version: int = 0) -> dict[str, str]:
    return {
        f"{skill_id}-answer": answer,
        f"{skill_id}-reason": reason,
        f"{skill_id}-version": str(version),
    }


def page_of(client: FlaskClient, talk: UUID) -> str:
    return client.get(f"/assess/rounds/{talk}/").text


def kept(app: Flask, talk: UUID) -> Round:
    with app.app_context():
        found = rounds.find(talk)
    assert found
    return found.round


def is_picked(page: str, skill_id: str, answer: str) -> bool:
    return f'name="{skill_id}-answer" value="{answer}" checked' in page


def finalise(client: FlaskClient, talk: UUID, **forms: dict[str, str]) -> TestResponse:
    sent = {name: value for form in forms.values() for name, value in form.items()}
    return client.post(f"/assess/rounds/{talk}/finalise", data=sent, follow_redirects=True)


def test_a_reason_noted_before_the_level_is_there_after_it_was_called_saved(
    app: Flask, client: FlaskClient, talk: UUID
) -> None:
    answer = client.post(f"/assess/rounds/{talk}/levels/{WIDE}", data=typed(WIDE, "", NOTE))
    assert answer.get_json()["version"] == "1"
    assert f">\n{NOTE}</textarea>" in page_of(client, talk).replace("\r", "")
    assert not kept(app, talk).agreed
    level = typed(WIDE, "3", NOTE, version=1)
    assert client.post(f"/assess/rounds/{talk}/levels/{WIDE}", data=level).status_code == 200
    assert kept(app, talk).agreed[WIDE].reason == NOTE


def test_the_button_without_script_keeps_it_too(client: FlaskClient, talk: UUID) -> None:
    client.post(f"/assess/rounds/{talk}/levels", data=typed(WIDE, "", NOTE))
    page = page_of(client, talk)
    assert f"{NOTE}</textarea>" in page
    assert is_picked(page, WIDE, "")


def test_a_reason_stays_when_its_level_is_taken_back(
    app: Flask, client: FlaskClient, talk: UUID
) -> None:
    client.post(f"/assess/rounds/{talk}/levels", data=typed(WIDE, "3", NOTE))
    client.post(f"/assess/rounds/{talk}/levels", data=typed(WIDE, "", NOTE, version=1))
    assert f"{NOTE}</textarea>" in page_of(client, talk)
    assert not kept(app, talk).agreed


def test_two_windows_do_not_write_over_each_others_notes(client: FlaskClient, talk: UUID) -> None:
    url = f"/assess/rounds/{talk}/levels/{WIDE}"
    client.post(url, data=typed(WIDE, "", NOTE))
    second = client.post(url, data=typed(WIDE, "", "From the second window"))
    assert second.status_code == 409
    theirs = {"theirs": f"Not agreed yet\n{NOTE}", "version": "1"}
    assert second.get_json() == {"conflict": theirs}


def test_what_the_manager_notes_before_a_level_is_agreed_is_not_shown_to_the_member(
    client: FlaskClient, talk: UUID, hana: Person
) -> None:
    client.post(f"/assess/rounds/{talk}/levels", data=typed(WIDE, "", NOTE))
    builders.sign_in(client, hana)
    assert NOTE not in page_of(client, talk)


def test_nothing_is_noted_for_a_skill_that_the_map_does_not_have(
    client: FlaskClient, talk: UUID
) -> None:
    note = typed("no_skill", "", NOTE)
    answer = client.post(f"/assess/rounds/{talk}/levels/no_skill", data=note)
    assert answer.status_code >= 400


def test_finalising_keeps_what_is_picked_on_the_page(
    app: Flask, client: FlaskClient, talk: UUID
) -> None:
    picks = {skill_id: typed(skill_id, "2", NOTE) for skill_id in BY_SELF}
    assert finalise(client, talk, **picks).request.path.startswith("/results/people/")
    settled = kept(app, talk)
    assert settled.is_finalised
    assert {settled.agreed[each].answer for each in picks} == {Level(2)}
    assert finalise(client, talk, **picks).request.path.startswith("/results/people/")


def test_a_pick_that_comes_after_the_round_was_settled_is_not_passed_over(
    client: FlaskClient, talk: UUID
) -> None:
    finalise(client, talk, **{each: typed(each, "2", NOTE) for each in BY_SELF})
    late = finalise(client, talk, late=typed(WIDE, "4", "Another view", version=1))
    assert late.status_code == 409
    assert "Another view" in late.text


def test_a_refused_finalising_says_at_once_what_is_open_and_keeps_the_picks(
    app: Flask, client: FlaskClient, talk: UUID
) -> None:
    picks = {WIDE: typed(WIDE, ""), NEAR: typed(NEAR, "2"), SHORT: typed(SHORT, "")}
    page = finalise(client, talk, **picks).text
    notice = page[page.index("notice-error") : page.index("key-figures")]
    assert "autofocus" in notice
    assert "2 skills still need an agreed level." in notice
    assert re.findall('href="#([^"]+)"', notice) == [WIDE, SHORT]
    assert all(f'<article class="card stack" id="{each}"' in page for each in (WIDE, SHORT))
    assert is_picked(page, NEAR, "2")
    assert list(kept(app, talk).agreed) == [NEAR]


def test_the_page_asks_for_what_is_left_only_after_finalising(
    client: FlaskClient, talk: UUID
) -> None:
    assert "still need an agreed level" not in page_of(client, talk)


def test_a_pick_that_lacks_its_reason_comes_back_with_the_error_and_a_link_to_it(
    app: Flask, client: FlaskClient, talk: UUID
) -> None:
    answer = finalise(client, talk, wide=typed(WIDE, "3"), near=typed(NEAR, "2"))
    assert answer.status_code == 422
    assert is_picked(answer.text, WIDE, "3")
    assert f'href="#{WIDE}-reason"' in answer.text
    assert not kept(app, talk).is_finalised


def test_what_was_saved_beside_an_error_is_shown_as_saved(client: FlaskClient, talk: UUID) -> None:
    both = typed(WIDE, "3") | typed(NEAR, "2", NOTE)
    page = client.post(f"/assess/rounds/{talk}/levels", data=both).text
    assert is_picked(page, NEAR, "2")
    assert f'name="{NEAR}-version" value="1"' in page
    assert "Still to agree 2 skills" in words_of(page)


def test_a_level_that_awaits_its_reason_is_told_from_a_mistake(
    client: FlaskClient, talk: UUID
) -> None:
    url = f"/assess/rounds/{talk}/levels/{WIDE}"
    awaiting = client.post(url, data=typed(WIDE, "3")).get_json()
    words = "Write the reason to save this."
    assert awaiting["awaits"] == {"field": f"{WIDE}-reason", "words": words}
    assert awaiting["errors"]
    for wrong in (typed(WIDE, "9"), typed(WIDE, "3", "x" * 2001)):
        assert "awaits" not in client.post(url, data=wrong).get_json()


def test_the_agenda_has_a_line_for_every_difference_the_widest_first(
    client: FlaskClient, talk: UUID
) -> None:
    client.post(f"/assess/rounds/{talk}/levels", data=typed(NEAR, "2", NOTE))
    page = page_of(client, talk)
    agenda = page[page.index('<table class="agenda"') :].partition("</table>")[0]
    lines = re.findall('data-agenda="([^"]+)"', agenda)
    assert lines[0] == WIDE
    assert set(lines) == set(BY_SELF)
    assert f"2 {NOTE}" in words_of(agenda)
    assert "Self Manager Target Agreed level Reason" in words_of(agenda)


def test_the_page_says_what_a_signed_difference_means(client: FlaskClient, talk: UUID) -> None:
    assert "difference in levels: self minus manager" in words_of(page_of(client, talk))
