"""The catalogue: every lesson, narrowed by what somebody looks for, and the curricula."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape

from portal.library import library, training
from tests import builders
from tests.portal.queries import counted


@pytest.fixture
def reader(app: Flask, client: FlaskClient) -> FlaskClient:
    return builders.sign_in(client, builders.a_person(app))


def listed(page: str) -> list[str]:
    """Ids of the lessons in the list, in order."""
    return re.findall(r'<h3><a href="/train/lessons/(T\d\d)"', page)


def test_all_lessons_stand_in_their_order(reader: FlaskClient) -> None:
    page = reader.get("/train/").text
    assert listed(page) == list(training().lessons)
    assert "All 67 lessons" in page


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("words=renewal+talk", ["T54"]),
        ("words=更新商談", ["T54"]),
        ("words=ＮＲＲ", ["T01", "T02", "T03"]),
        ("words=t31", ["T31"]),
        ("skill=ops_community", ["T47", "T48"]),
        ("skill=ops_community&level=2", ["T48"]),
        ("skill=mind_vision&minutes=60", ["T63"]),
        ("format=quiz", ["T03", "T14"]),
        ("kind=promote&skill=life_renewal", ["T54", "T55"]),
        ("type=leader&skill=ops_community", []),
        ("words=no+such+thing", []),
    ],
)
def test_a_search_finds_what_fits_all_of_it(
    reader: FlaskClient, asked: str, expected: list[str]
) -> None:
    page = reader.get(f"/train/?{asked}").text
    assert listed(page) == expected
    assert f"{len(expected)} of 67 lessons" in page
    assert ("No lesson fits all of this" in page) is not bool(expected)


def test_what_was_looked_for_stays_in_the_form(reader: FlaskClient) -> None:
    page = reader.get("/train/?words=<b>&level=2&format=quiz").text
    assert 'value="&lt;b&gt;"' in page
    assert '<option value="2" selected>2</option>' in page
    assert '<details class="fold" open>' in page


@pytest.mark.parametrize(
    "asked", ["level=9", "level=x", "minutes=-1", "kind=x", "format=", "skill=x", "type=x"]
)
def test_what_is_no_choice_is_as_if_nothing_was_chosen(reader: FlaskClient, asked: str) -> None:
    assert len(listed(reader.get(f"/train/?{asked}").text)) == 67


@pytest.mark.parametrize("type_id", list(library().types))
def test_a_curriculum_shows_its_stages_lessons_and_done_criteria(
    reader: FlaskClient, type_id: str
) -> None:
    page = reader.get(f"/train/curricula/{type_id}").text
    curriculum = training().curricula[type_id]
    assert listed(page) == [lesson.id for lesson in curriculum.lessons]
    for stage in curriculum.stages:
        assert f'id="{stage.id}"' in page
        assert str(escape(stage.done.en)) in page
        assert str(escape(stage.proof.en)) in page


def test_a_curriculum_of_no_type_is_not_there(reader: FlaskClient) -> None:
    assert reader.get("/train/curricula/nobody").status_code == 404


def test_the_catalogue_asks_the_database_for_nothing_but_the_reader(
    app: Flask, reader: FlaskClient
) -> None:
    with app.app_context(), counted() as asked:
        reader.get("/train/")
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_who_is_rated_finds_her_plan_in_the_head(app: Flask, client: FlaskClient) -> None:
    for person, has_plan in ((builders.a_person(app), True), (builders.an_admin(app), False)):
        page = builders.sign_in(client, person).get("/train/").text
        head = page[: page.index('class="catalogue"')]
        assert ('href="/train/plan"' in head) is has_plan
        assert 'href="#by-type"' in head
