"""Figures, dates and words of the field as a page shows them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from flask import Flask, g, render_template_string

from assessments.bands import Band
from assessments.levels import Level
from assessments.ratings import Answer, AssessmentState, Exemption, Relation
from assessments.scoring import FitBand
from assessments.skill_results import Source
from portal import clock
from portal.access.people import Viewer
from portal.web import filters
from tests.portal.persistence.saved import a_newcomer

LATE = datetime(2026, 12, 31, 15, 5, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))


def shown(app: Flask, template: str, language: str = "en", zone: str | None = None) -> str:
    """What a page shows to somebody with this language and, if she has one, this time zone."""
    with app.test_request_context(headers={"Accept-Language": language}):
        person = replace(a_newcomer(), language=None, time_zone=zone)
        g.viewer = Viewer(person, frozenset(), frozenset(), clock.now())
        return render_template_string("{{ " + template + " }}", late=LATE)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1), "100.0%"),
        (Fraction(0), "0.0%"),
        (Fraction(861, 1000), "86.1%"),
        (Fraction(2, 3), "66.7%"),
        (Fraction(12345, 100000), "12.3%"),
        (Fraction(9995, 10000), "100.0%"),
        (None, "–"),
    ],
)
def test_a_share_has_one_decimal(share: Fraction | None, words: str) -> None:
    assert filters.percent(share) == words
    assert filters.as_number(share) == (None if share is None else float(words.rstrip("%")))


@pytest.mark.parametrize(
    ("number", "words"),
    [(3, "+3"), (-2, "−2"), (0, "±0"), (None, "–"), (-12, "−12")],
)
def test_a_difference_has_a_real_sign(number: int | None, words: str) -> None:
    assert filters.signed(number) == words


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (Level.NOT_STARTED, 0),
        (Level.LEADING, 5),
        (Exemption.NOT_APPLICABLE, "not_applicable"),
        (Exemption.NOT_OBSERVED, "not_observed"),
        (None, None),
    ],
)
def test_an_answer_has_the_form_that_the_picker_takes(answer: Answer | None, value: object) -> None:
    picked = filters.picked(answer)
    assert (picked, type(picked)) == (value, type(value))


@pytest.mark.parametrize(
    ("value", "japanese", "english"),
    [
        (date(2026, 4, 1), "2026年4月1日", "1 Apr 2026"),
        (date(2024, 2, 29), "2024年2月29日", "29 Feb 2024"),
        (date(9999, 12, 31), "9999年12月31日", "31 Dec 9999"),
        (None, "–", "–"),
    ],
)
def test_a_day_is_written_as_people_write_it(
    app: Flask, value: date | None, japanese: str, english: str
) -> None:
    for language, expected in (("ja", japanese), ("en", english)):
        with app.test_request_context(headers={"Accept-Language": language}):
            assert filters.day(value) == expected


@pytest.mark.parametrize(
    ("zone", "japanese", "english"),
    [
        (None, "2027年1月1日 0:05", "1 Jan 2027, 0:05"),
        ("America/Los_Angeles", "2026年12月31日 7:05", "31 Dec 2026, 7:05"),
        ("Asia/Kathmandu", "2026年12月31日 20:50", "31 Dec 2026, 20:50"),
    ],
)
def test_a_moment_is_shown_in_the_time_zone_of_who_looks(
    app: Flask, zone: str | None, japanese: str, english: str
) -> None:
    assert shown(app, "late|moment", "ja", zone) == japanese
    assert shown(app, "late|moment", "en", zone) == english
    assert shown(app, "none|moment") == "–"


def test_a_moment_of_another_zone_is_the_same_moment(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert filters.moment(LATE.astimezone(TOKYO)) == filters.moment(LATE)


@pytest.mark.parametrize("kind", [AssessmentState, Exemption, Relation, Source, FitBand, Band])
def test_every_term_of_the_field_has_its_word_in_both_languages(
    app: Flask, kind: type[filters.Term]
) -> None:
    for language in ("ja", "en"):
        with app.test_request_context(headers={"Accept-Language": language}):
            words = [filters.word(term) for term in kind]
        assert len(set(words)) == len(words)
        assert all(word.isascii() == (language == "en") for word in words)
