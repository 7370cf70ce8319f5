"""What the people of the demo write: each thing once, in their own language."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import pytest

from portal.demo.calendar import Calendar
from portal.demo.portrait_files import portraits
from portal.demo.portraits import Part, Portrait
from portal.demo.reasons import FILE, Reasons
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests.demo_facts import TODAY, history

pytest_plugins = ["tests.demo_portal"]

SENTENCE = re.compile(r"(?<=[。.?!])\s*")
JAPANESE = re.compile(r"[ぁ-んァ-ン一-龯]")
PLACEHOLDER = re.compile(r"[{}]")

PARTS = [(person, part) for person in portraits().values() for part in person.parts]


def evidence(part: Part) -> list[str]:
    return [each.text for said in part.said.values() for each in said.values() if each.text]


def texts(person: Portrait) -> list[str]:
    """What the person writes about herself and others."""
    return [
        each.text
        for subject, part in PARTS
        for relation, said in part.said.items()
        for each in said.values()
        if each.text and person.name == (subject.name if relation == "self" else part.manager)
    ]


def reasons() -> list[str]:
    every = [settled.reason for _, part in PARTS for settled in part.settled.values()]
    return every + re.findall(r'^  "(.*)",$', FILE.read_text("utf-8"), re.MULTILINE)


def test_more_than_400_texts_are_told_about_every_skill_somebody_needs() -> None:
    told = {skill for _, part in PARTS for said in part.said.values() for skill in said}
    assert sum(len(evidence(part)) for _, part in PARTS) > 400
    assert len(told) >= 30


def test_no_sentence_is_written_twice() -> None:
    written = chain(reasons(), *(evidence(part) for _, part in PARTS))
    sentences = Counter(each for text in written for each in SENTENCE.split(text) if each)
    assert [each for each, count in sentences.items() if count > 1] == []


@pytest.mark.parametrize("name", portraits())
def test_everybody_writes_in_one_language(name: str) -> None:
    person = portraits()[name]
    is_japanese = person.writes == "ja"
    assert [each for each in texts(person) if bool(JAPANESE.search(each)) != is_japanese] == []


def test_about_half_write_japanese() -> None:
    languages = Counter(person.writes for person in portraits().values())
    assert languages == {"ja": 14, "en": 12}


def test_reasons_are_in_the_language_of_the_manager() -> None:
    for _, part in PARTS:
        is_japanese = portraits()[part.manager].writes == "ja"
        for settled in part.settled.values():
            assert bool(JAPANESE.search(settled.reason)) == is_japanese


def test_a_reason_is_handed_out_once_and_then_there_is_none() -> None:
    handed_out = Reasons()
    first = [handed_out.next("en", is_higher=True) for _ in range(12)]
    assert len({*first}) == 12
    assert handed_out.next("en", is_higher=True) == ""


@pytest.mark.parametrize(
    ("language", "expected"), [("ja", "10月に。10月9日に。"), ("en", "October, 9 October.")]
)
def test_dates_are_written_out_and_never_fall_on_a_weekend(language: str, expected: str) -> None:
    text = "{m1}に。{d23}に。" if language == "ja" else "{m1}, {d23}."
    dated = Calendar(TODAY).dated(text, 3, "ja" if language == "ja" else "en")
    assert dated == expected


def test_everything_that_is_told_is_in_the_portal(demo_people: Sequence[Person]) -> None:
    kept = [rating_texts(record) for person in demo_people for record in history(person.email)]
    told = [evidence(part) for _, part in PARTS]
    assert sum(map(len, kept)) == sum(map(len, told))
    assert not any(PLACEHOLDER.search(text) for texts in kept for text in texts)


def rating_texts(record: RoundRecord) -> list[str]:
    return [
        rating.evidence
        for each in record.every_record
        for rating in each.assessment.ratings.values()
        if rating.evidence
    ]
