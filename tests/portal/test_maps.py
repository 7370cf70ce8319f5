"""Reading skill maps: the shelf, one map as a document, its bands and duties."""

import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.publications import Publication
from portal.library import library
from portal.persistence import database, maps
from tests import builders
from tests.builders import MORNING


@pytest.fixture
def reader(app: Flask, client: FlaskClient) -> FlaskClient:
    """Somebody without any role but CSM."""
    return builders.sign_in(client, builders.a_person(app))


def skill_in(page: str, skill_id: str) -> str:
    """The article of one skill, its tags taken out."""
    article = page.partition(f'<article class="asked stack" id="{skill_id}">')[2]
    text = re.sub(r"<[^>]+>", " ", article.partition("</article>")[0])
    return " ".join(text.split())


def test_the_shelf_holds_the_eight_types_in_their_order(reader: FlaskClient) -> None:
    page = reader.get("/maps/").text
    places = [page.index(f'"/maps/{type_id}"') for type_id in library().types]
    assert len(places) == 8
    assert places == sorted(places)


def test_the_shelf_names_what_counts_most(reader: FlaskClient) -> None:
    page = reader.get("/maps/").text
    leader = re.findall(r"<li><span>(.*?)</span>.*?(\d+%)", page.partition('"/maps/leader"')[2])
    assert leader[:2] == [("Spreading the vision", "10%"), ("Coaching &amp; team building", "10%")]
    assert leader[2:5] == [
        ("KPI &amp; subscription literacy", "8%"),
        ("Segmentation &amp; resourcing", "6%"),
        ("Stakeholder &amp; executive engagement", "5%"),
    ]


def test_the_shelf_explains_levels_and_what_is_not_a_zero(reader: FlaskClient) -> None:
    page = reader.get("/maps/").text
    assert page.count("It does not count as 0.") == 2
    for each in library().levels:
        assert each.definition.en in page


@pytest.mark.parametrize("type_id", list(library().types))
def test_a_map_holds_every_skill_with_its_anchors_under_its_own_address(
    reader: FlaskClient, type_id: str
) -> None:
    page = reader.get(f"/maps/{type_id}").text
    for need in library().maps[type_id].requirements:
        text = skill_in(page, need.skill.id)
        assert f"Target {need.target.value} " in text
        assert f"Weight {need.weight}%" in text
    assert page.count("data-target") == len(library().maps[type_id].requirements)


def test_a_band_moves_the_targets_and_says_from_where(reader: FlaskClient) -> None:
    page = reader.get("/maps/onboarding?band=senior").text
    assert "Target 5 Leading Weight 14% Standard: target 4, weight 14%" in skill_in(
        page, "life_onboarding"
    )
    assert "Standard:" not in skill_in(page, "life_value")


def test_a_duty_adds_skills_and_shifts_weights(reader: FlaskClient) -> None:
    page = reader.get("/maps/onboarding?overlay=ov_partner").text
    assert "Target 4 Advanced Weight 12% Added by a duty" in skill_in(page, "ops_partner")
    assert "ops_partner" not in reader.get("/maps/onboarding").text


def test_an_unknown_band_or_duty_asks_for_the_standard(reader: FlaskClient) -> None:
    plain = reader.get("/maps/leader").text.partition("<h1>")[2]
    odd = reader.get("/maps/leader?band=chief&overlay=ov_all").text.partition("<h1>")[2]
    assert skill_in(odd, "mind_vision") == skill_in(plain, "mind_vision")


def _next(publication: Publication) -> Publication:
    return replace(publication, map=replace(publication.map, version=publication.version + 1))


def test_the_newest_version_is_shown_with_its_day(app: Flask, reader: FlaskClient) -> None:
    assert "Version 1, published on" in reader.get("/maps/leader").text
    with app.app_context():
        published = maps.current_of("leader")
        assert published
        maps.publish(_next(published.publication), MORNING)
        database.commit()
    assert "Version 2, published on 1 Oct 2026" in reader.get("/maps/leader").text


@pytest.mark.parametrize("type_id", ["nobody", "Leader", "leader%00", "..", "%2e%2e%2fteam"])
def test_a_type_that_does_not_exist_is_not_found(reader: FlaskClient, type_id: str) -> None:
    assert reader.get(f"/maps/{type_id}").status_code == 404


def test_a_stranger_is_asked_to_sign_in(client: FlaskClient) -> None:
    assert client.get("/maps/leader").status_code == 302
