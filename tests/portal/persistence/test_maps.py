"""Published maps: kept whole, each version once, and the newest is the one in force."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import text

from assessments.loading.publications import to_document
from assessments.publications import Publication
from portal.library import library
from portal.persistence import database, maps
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from tests.builders import MORNING
from tests.portal.persistence.saved import onboarding


@pytest.fixture(autouse=True)
def tidy(store: Flask) -> Iterator[None]:
    """Maps outlive other rows between tests, so what was published here is taken back."""
    yield
    database.rollback()


def next_version() -> Publication:
    """The shipped map of onboarding, published once more."""
    shipped = onboarding().publication
    return replace(shipped, map=replace(shipped.map, version=shipped.version + 1))


def test_every_shipped_map_is_read_back_as_it_was_published() -> None:
    shipped = library().publications
    assert [each.publication for each in maps.current()] == list(shipped)


def test_what_is_kept_is_the_whole_document() -> None:
    published = onboarding()
    query = text("SELECT document FROM skill_maps WHERE type_id = 'onboarding'")
    kept = database.session().scalar(query)
    document = json.loads(kept) if isinstance(kept, str) else kept
    assert document == to_document(published.publication)


def test_a_published_map_is_found_by_its_id() -> None:
    published = maps.publish(next_version(), MORNING)
    database.session().expire_all()
    assert maps.find(published.id) == published
    assert published.published_at == MORNING
    assert maps.find(new_id()) is None


def test_a_version_that_exists_is_refused_by_the_database() -> None:
    with pytest.raises(DatabaseError):
        maps.publish(onboarding().publication, MORNING)


def test_a_newer_version_takes_the_place_of_the_one_before() -> None:
    before = onboarding()
    published = maps.publish(next_version(), MORNING)
    assert onboarding() == published
    assert maps.find(before.id) == before


def test_types_keep_their_place_when_one_of_them_gets_a_newer_map() -> None:
    before = [each.publication.type for each in maps.current()]
    maps.publish(next_version(), MORNING)
    assert [each.publication.type for each in maps.current()] == before


def test_a_type_that_nobody_published_has_no_map() -> None:
    assert maps.current_of("astronaut") is None


def test_maps_that_rows_point_to_are_all_there_or_it_is_an_error() -> None:
    published = onboarding()
    assert maps.get_all([published.id, published.id]) == {published.id: published}
    assert maps.get_all([]) == {}
    with pytest.raises(LookupError):
        maps.get_all([published.id, new_id()])
