"""A result on the command line: for reading, and for scripts that go on with it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from flask import Flask

from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from assessments.rounds import AgreedLevel
from portal.config import Settings
from portal.persistence import agreed_levels, database
from portal.persistence.people import Person
from tests import audit_log, builders
from tests.portal.terminal import installation, typed

KEYS = [
    *("id", "self", "manager", "agreed", "level", "source"),
    *("target", "weight", "gap", "priority"),
]
Skills = Mapping[str, dict[str, Any]]


@pytest.fixture
def here(settings: Settings) -> Mapping[str, str]:
    return installation(settings.data_dir)


@pytest.fixture
def boss(app: Flask) -> Person:
    return builders.a_manager(app)


@pytest.fixture
def hana(app: Flask, boss: Person) -> Person:
    return builders.a_person(app, manager=boss)


def told(here: Mapping[str, str], email: str = "hana.sato@example.com") -> dict[str, Any]:
    answer = typed(here, "result", email, "--json")
    assert answer.exit_code == 0, answer.stderr
    document: dict[str, Any] = json.loads(answer.stdout)
    return document


def skills_in(document: dict[str, Any]) -> Skills:
    return {skill["id"]: skill for skill in document["skills"]}


def test_the_document_says_everything_about_the_round_that_counts(
    app: Flask, here: Mapping[str, str], boss: Person, hana: Person
) -> None:
    builders.a_round(app, hana, by_self=4, rater=boss, by_manager=3, on=date(2026, 4, 1))
    document = told(here)
    assert list(document) == [
        *("email", "name", "type", "band", "round", "fit", "coverage", "categories", "skills")
    ]
    assert document["email"] == "hana.sato@example.com"
    assert (document["name"], document["type"]) == ("Hana Sato", "onboarding")
    assert (document["band"], document["round"]) == ("standard", "2026-04-01")
    assert document["coverage"] == 100.0
    assert 0 < document["fit"] == round(document["fit"], 1) < 100
    assert all(list(each) == ["id", "fit", "coverage"] for each in document["categories"])
    assert all(list(each) == KEYS for each in document["skills"])
    assert sum(each["weight"] for each in document["skills"]) == 100


def test_a_skill_says_whose_level_counts_and_what_is_missing(
    app: Flask, here: Mapping[str, str], boss: Person, hana: Person
) -> None:
    round_id = builders.a_round(app, hana, by_self=4, rater=boss, by_manager=2)
    with app.app_context():
        settled = AgreedLevel("con_pm", Level(3), "Ran two projects alone")
        agreed_levels.put(round_id, settled, read_version=0, by=boss.id, at=builders.MORNING)
        database.commit()
    skill = skills_in(told(here))["con_pm"]
    assert (skill["self"], skill["manager"], skill["agreed"]) == (4, 2, 3)
    assert (skill["level"], skill["source"]) == (3, "agreed")
    assert skill["gap"] == skill["target"] - 3
    assert skill["priority"] == skill["gap"] * skill["weight"]


def test_what_is_no_level_is_a_word_and_what_was_not_said_is_null(
    app: Flask, here: Mapping[str, str], boss: Person, hana: Person
) -> None:
    by_self: dict[str, Answer] = {"con_pm": Exemption.NOT_APPLICABLE, "rel_trust": Level(0)}
    by_manager = {"con_pm": Exemption.NOT_OBSERVED}
    builders.a_round(app, hana, by_self=by_self, rater=boss, by_manager=by_manager)
    found = skills_in(told(here))
    skill, trust = found["con_pm"], found["rel_trust"]
    assert (skill["self"], skill["manager"]) == ("not_applicable", "not_observed")
    nothing = ("agreed", "level", "source", "gap", "priority")
    assert [skill[key] for key in nothing] == [None] * 5
    assert (trust["self"], trust["level"], trust["source"]) == (0, 0, "self")


def test_below_80_percent_coverage_there_is_no_fit_and_the_reason_is_named(
    app: Flask, here: Mapping[str, str], boss: Person, hana: Person
) -> None:
    builders.a_round(app, hana, by_self={"con_pm": Level(3)}, rater=boss, by_manager={})
    document = told(here)
    assert (document["fit"], document["fit_reason"]) == (None, "coverage_below_80")
    assert 0 < document["coverage"] < 80


def test_what_only_one_side_has_handed_in_is_not_told(
    app: Flask, here: Mapping[str, str], hana: Person
) -> None:
    builders.a_round(app, hana, by_self=3)
    document = told(here)
    assert (document["fit"], document["fit_reason"]) == (None, "no_result")
    assert (document["round"], document["coverage"]) == (None, None)
    assert (document["categories"], document["skills"]) == ([], [])
    with app.app_context():
        assert audit_log.about(hana.id, limit=5) == []


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_the_audit_log_keeps_that_ratings_were_read(
    app: Flask, here: Mapping[str, str], boss: Person, hana: Person, words: tuple[str, ...]
) -> None:
    round_id = builders.a_round(app, hana, by_self=3, rater=boss, by_manager=3)
    assert typed(here, "result", "Hana.Sato@example.com", *words).exit_code == 0
    with app.app_context():
        (event,) = audit_log.about(hana.id, limit=5)
    assert (event.action, event.actor_id, event.object_id) == ("ratings_read", None, round_id)


def test_an_address_that_nobody_has_is_not_found(here: Mapping[str, str]) -> None:
    answer = typed(here, "result", "nobody@example.com", "--json")
    assert (answer.exit_code, answer.stdout) == (3, "")
    assert "nobody@example.com" in answer.stderr


def test_for_reading_there_is_a_table_in_the_language_of_the_terminal(
    app: Flask, here: Mapping[str, str], boss: Person, hana: Person
) -> None:
    by_self = {"con_pm": Exemption.NOT_APPLICABLE}
    builders.a_round(app, hana, by_self=by_self, rater=boss, by_manager=3)
    english = typed(here, "result", hana.email).stdout
    assert "Project management" in english
    assert "n/a" in english
    japanese = typed({**here, "PORTAL_LANG": "ja"}, "result", hana.email).stdout
    assert "プロジェクトマネジメント" in japanese
    assert "評価済み割合 100.0%" in japanese


def test_somebody_without_a_result_is_told_so(here: Mapping[str, str], hana: Person) -> None:
    answer = typed(here, "result", hana.email)
    assert answer.exit_code == 0
    assert "no round yet" in answer.stdout
