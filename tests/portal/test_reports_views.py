"""Reports by the browser: who gets which, under which name, and what is said without one."""

from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessments.levels import Level
from portal.persistence.people import Person
from portal.web.pdf import Renderers
from tests import builders
from tests.paper import text_of
from tests.portal.test_pdf_renderers import BROKEN

pytest_plugins = ["tests.presses"]


def growth(person: Person, language: str = "en") -> str:
    return f"/reports/people/{person.id}/growth.pdf?lang={language}"


def manager(person: Person, language: str = "en") -> str:
    return f"/reports/people/{person.id}/manager.pdf?lang={language}"


@pytest.fixture
def ken(press: Flask) -> Person:
    return builders.a_manager(press)


@pytest.fixture
def hana(press: Flask, ken: Person) -> Person:
    """Somebody whom both sides have rated."""
    hana = builders.a_person(press, manager=ken)
    builders.a_round(press, hana, by_self=3, rater=ken, by_manager=2)
    return hana


def test_a_csm_takes_her_own_growth_report_away(client: FlaskClient, hana: Person) -> None:
    answer = builders.sign_in(client, hana).get(growth(hana))
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert "Growth report" in text_of(answer.data)


def test_the_file_is_named_after_report_person_and_day(client: FlaskClient, press: Flask) -> None:
    yuki = builders.a_person(press, "高橋 ゆき/..")
    builders.a_round(press, yuki, by_self=3)
    answer = builders.sign_in(client, yuki).get(growth(yuki, "ja"))
    name = unquote(answer.headers["Content-Disposition"].partition("filename*=UTF-8''")[2])
    title, person, ending = name.split("_")
    assert (title, person) == ("成長レポート", "高橋 ゆき")
    day = date.fromisoformat(ending.removesuffix(".pdf"))
    assert ending == f"{day}.pdf"


def test_the_link_chooses_the_language_and_the_page_does_otherwise(
    client: FlaskClient, hana: Person
) -> None:
    browser = builders.sign_in(client, hana)
    assert "成長レポート" in text_of(browser.get(growth(hana, "ja")).data)
    assert "Growth report" in text_of(browser.get(growth(hana, "fr")).data)


def test_the_manager_takes_both_reports_and_a_colleague_none(
    client: FlaskClient, press: Flask, ken: Person, hana: Person
) -> None:
    colleague = builders.a_person(press, "Aoi Ueno", manager=ken)
    assert builders.sign_in(client, ken).get(growth(hana)).status_code == 200
    assert client.get(manager(hana)).status_code == 200
    assert builders.sign_in(client, colleague).get(growth(hana)).status_code == 404
    assert client.get(manager(hana)).status_code == 404


def test_nobody_takes_the_managers_report_about_herself(client: FlaskClient, hana: Person) -> None:
    assert builders.sign_in(client, hana).get(manager(hana)).status_code == 404


def test_a_report_before_any_result_is_a_page_that_says_so(
    client: FlaskClient, press: Flask
) -> None:
    newcomer = builders.a_person(press)
    answer = builders.sign_in(client, newcomer).get(growth(newcomer))
    assert answer.status_code == 409
    assert "There is no result of Hana Sato yet" in answer.text


def test_a_csm_does_not_see_her_managers_levels_before_she_has_handed_in(
    client: FlaskClient, press: Flask, ken: Person
) -> None:
    mika = builders.a_person(press, "Mika Ito", manager=ken)
    builders.a_round(press, mika, by_self=2, rater=ken, by_manager=5, is_submitted=False)
    assert builders.sign_in(client, mika).get(growth(mika)).status_code == 409


def test_a_manager_who_rated_first_sees_only_what_she_rated(
    client: FlaskClient, press: Flask, ken: Person
) -> None:
    mika = builders.a_person(press, "Mika Ito", manager=ken)
    levels = {"rel_trust": Level.LEADING}
    builders.a_round(press, mika, rater=ken, by_manager=levels)
    text = text_of(builders.sign_in(client, ken).get(manager(mika)).data)
    assert "Manager assessment: Ken Mori" in text
    assert "Self-assessment:" not in text


def test_without_pango_the_page_says_whom_to_ask(
    client: FlaskClient, hana: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in BROKEN:
        (tmp_path / name).touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    client.application.extensions["renderers"] = Renderers(1, tmp_path)
    answer = builders.sign_in(client, hana).get(growth(hana))
    assert answer.status_code == 503
    assert "portal doctor" in answer.text
