"""Ratings: kept as given, bounded by the database itself, and never written over unseen."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from assessments.levels import Level
from assessments.ratings import Exemption, Rating, Relation
from portal.persistence import assessments, database, ratings
from portal.persistence.failures import DatabaseError
from portal.persistence.ids import new_id
from portal.persistence.ratings import RatingChanged, WrittenRating
from tests.builders import MORNING
from tests.portal.persistence.saved import SKILL, a_person, a_round

LATER = MORNING + timedelta(hours=1)
SEEN = "顧客定例を一人で回した。髙①㈱～ “quotes” \\ % 😀\n2026-10-01"
FIRST = Rating(SKILL, Level.INDEPENDENT, SEEN)

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def draft() -> UUID:
    hana = a_person("Hana")
    return assessments.start(a_round(hana), hana.id, Relation.SELF, MORNING)


def put(draft: UUID, rating: Rating, read_version: int = 0) -> int:
    return ratings.put(draft, rating, read_version=read_version, at=MORNING)


def kept(draft: UUID) -> dict[str, WrittenRating]:
    """The ratings of the draft as the database has them."""
    database.commit()
    return ratings.in_assessments([draft], evidence=True).get(draft, {})


@pytest.mark.parametrize(
    "rating",
    [
        Rating(SKILL, Level.NOT_STARTED),
        *(Rating(SKILL, exemption, "Why") for exemption in Exemption),
        Rating(SKILL, None, "Only noted so far"),
        FIRST,
        Rating(SKILL, Level.LEADING, "e" * 4000),
    ],
)
def test_every_rating_is_read_back_as_it_was_given(draft: UUID, rating: Rating) -> None:
    assert put(draft, rating) == 1
    assert kept(draft) == {SKILL: WrittenRating(rating, 1)}


def test_evidence_stays_in_the_database_where_it_is_not_wanted(draft: UUID) -> None:
    put(draft, FIRST)
    (found,) = ratings.in_assessments([draft], evidence=False)[draft].values()
    assert found.rating == Rating(SKILL, FIRST.answer, "")


@pytest.mark.parametrize("level", [6, -1, 32767])
def test_a_level_out_of_range_is_refused_by_the_database_itself(draft: UUID, level: int) -> None:
    put(draft, FIRST)
    with pytest.raises(DatabaseError):
        execute("UPDATE ratings SET level = :level", level=level)


@pytest.mark.parametrize(
    "change",
    [
        "exemption = 'not_applicable'",
        "level = NULL, exemption = 'on_leave'",
        "evidence = NULL",
        "version = NULL",
        "assessment_id = '0198f3c2aaaa7bbb8ccc0123456789ab'",
    ],
)
def test_what_is_no_rating_is_refused_by_the_database_itself(draft: UUID, change: str) -> None:
    put(draft, FIRST)
    with pytest.raises(DatabaseError):
        execute(f"UPDATE ratings SET {change}")  # noqa: S608 (our own words)


def test_a_rating_in_an_assessment_that_is_not_there_is_refused() -> None:
    with pytest.raises(DatabaseError):
        put(new_id(), FIRST)


def test_writing_over_what_was_read_makes_the_next_version(draft: UUID) -> None:
    put(draft, FIRST)
    second = Rating(SKILL, Level.AWARE, "On second thought")
    assert put(draft, second, read_version=1) == 2
    assert kept(draft) == {SKILL: WrittenRating(second, 2)}


@pytest.mark.parametrize("read_version", [0, 1, 3])
def test_another_version_than_was_read_is_not_written_over(draft: UUID, read_version: int) -> None:
    put(draft, Rating(SKILL, Level.AWARE))
    put(draft, FIRST, read_version=1)
    with pytest.raises(RatingChanged) as changed:
        put(draft, Rating(SKILL, Level.LEADING), read_version=read_version)
    assert changed.value.theirs == WrittenRating(FIRST, 2)
    assert kept(draft) == {SKILL: WrittenRating(FIRST, 2)}


def test_a_version_that_never_was_is_refused_and_leaves_nothing_behind(draft: UUID) -> None:
    with pytest.raises(RatingChanged) as changed:
        put(draft, FIRST, read_version=7)
    assert changed.value.theirs == WrittenRating(Rating(SKILL, None), 0)
    assert kept(draft) == {}


@pytest.mark.parametrize("read_version", [0, 1, 2])
def test_the_same_content_sent_again_changes_nothing(draft: UUID, read_version: int) -> None:
    put(draft, FIRST)
    assert ratings.put(draft, FIRST, read_version=read_version, at=LATER) == 1
    assert kept(draft) == {SKILL: WrittenRating(FIRST, 1)}
    assert execute("SELECT count(*) FROM ratings").scalar() == 1


def execute(statement: str, **values: Any) -> Any:
    return database.session().execute(text(statement), values)
