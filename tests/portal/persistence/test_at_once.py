"""Several people save at the same moment: nobody's saving undoes another's."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask

from assessments.levels import Level
from assessments.ratings import Rating, Relation
from portal.persistence import assessments, database, ratings, rounds
from portal.persistence.assessments import AssessmentRecord
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests.builders import MORNING
from tests.portal.persistence.saved import a_person, a_round

WRITES = 100
OF_BOTH, *OWN = ("con_pm", "rel_trust", "rel_listening")


@pytest.fixture
def hana(either_app: Flask) -> Person:
    with either_app.app_context():
        person = a_person("Hana")
        database.commit()
    return person


@pytest.fixture
def draft(either_app: Flask, hana: Person) -> UUID:
    """An assessment with a count of nothing as the evidence of three skills."""
    with either_app.app_context():
        draft = assessments.start(a_round(hana), hana.id, Relation.SELF, MORNING)
        for skill_id in (OF_BOTH, *OWN):
            ratings.put(draft, Rating(skill_id, Level.AWARE, "0"), read_version=0, at=MORNING)
        database.commit()
    return draft


def held(draft: UUID) -> RoundRecord:
    """The round as a request that writes gets it."""
    database.begin_writing()
    record = rounds.find_by_assessment(draft, for_update=True)
    assert record
    return record


def count_on(app: Flask, draft: UUID, own: str) -> None:
    """Add one to the count of both and to one's own, again and again, each in a transaction."""
    with app.app_context():
        for _ in range(WRITES):
            written = held(draft).written(draft)
            add_one(written, OF_BOTH)
            add_one(written, own)
            database.commit()


def add_one(written: AssessmentRecord, skill_id: str) -> None:
    rating = written.assessment.ratings[skill_id]
    more = replace(rating, evidence=str(int(rating.evidence) + 1))
    version = written.rating_versions[skill_id]
    ratings.put(written.id, more, read_version=version, at=MORNING)


def counts(app: Flask, draft: UUID) -> dict[str, tuple[int, int]]:
    """What the skills have been counted to, and how often they were written."""
    with app.app_context():
        found = ratings.in_assessments([draft], evidence=True)[draft]
        return {key: (int(each.rating.evidence), each.version) for key, each in found.items()}


def test_two_who_write_a_hundred_times_each_lose_nothing(either_app: Flask, draft: UUID) -> None:
    with ThreadPoolExecutor(2) as writers:
        list(writers.map(lambda own: count_on(either_app, draft, own), OWN))
    assert counts(either_app, draft) == {
        OF_BOTH: (2 * WRITES, 2 * WRITES + 1),
        OWN[0]: (WRITES, WRITES + 1),
        OWN[1]: (WRITES, WRITES + 1),
    }


def test_who_reads_waits_for_no_writer_and_sees_what_was_committed(
    either_app: Flask, draft: UUID
) -> None:
    with either_app.app_context():
        held(draft)
        rating = Rating(OF_BOTH, Level.AWARE, "5")
        ratings.put(draft, rating, read_version=1, at=MORNING)
        assert counts_of_a_reader(either_app, draft)[OF_BOTH] == (0, 1)
        database.commit()
        assert counts_of_a_reader(either_app, draft)[OF_BOTH] == (5, 2)


def counts_of_a_reader(app: Flask, draft: UUID) -> dict[str, tuple[int, int]]:
    """The same, read in a thread of its own."""
    with ThreadPoolExecutor(1) as reader:
        return reader.submit(counts, app, draft).result(timeout=5)
