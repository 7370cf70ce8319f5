"""The matrix as a file: the rows that may be seen, text that stays text, and a trace of it."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from portal.extensions import limiter
from portal.persistence.people import Person
from portal.web.spreadsheets.guarding import guarded
from tests import audit_log, builders
from tests.portal.reading import words_of
from tests.portal.team_people import rated, settle

FORMULA = "=1+1"


@pytest.fixture
def boss(app: Flask) -> Person:
    with app.app_context():
        limiter.reset()
    boss = builders.a_manager(app)
    rated(app, boss, "Hana Sato", 3)
    rated(app, boss, FORMULA, 2)
    rated(app, builders.a_manager(app, "Jun Ito"), "Omar Haddad", 5)
    return boss


def csv_rows(client: FlaskClient, query: str = "") -> list[list[str]]:
    answer = client.post(f"/team/matrix.csv{query}")
    assert answer.status_code == 200
    return list(csv.reader(StringIO(answer.data.decode("utf-8-sig"))))


def workbook(client: FlaskClient) -> Workbook:
    answer = client.post("/team/matrix.xlsx")
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.data))


def test_the_file_holds_the_people_of_this_manager_and_nobody_else(
    client: FlaskClient, boss: Person
) -> None:
    rows = csv_rows(builders.sign_in(client, boss))
    assert [row[0] for row in rows] == ["Name", "'=1+1", "Hana Sato"]
    assert rows[0][6:10] == [
        "Fit in percent",
        "Coverage in percent",
        "Total gap",
        "Deep customer relationships",
    ]
    assert rows[2][3:10] == [
        "Onboarding specialist",
        "Standard",
        "2026-10-01",
        "88.8",
        "100.0",
        "6",
        "3",
    ]


def test_a_csv_opens_in_excel_with_its_letters_whole(client: FlaskClient, boss: Person) -> None:
    answer = builders.sign_in(client, boss).post("/team/matrix.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.data.endswith(b"\r\n")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename=team-skills-")


def test_a_file_holds_what_was_chosen_even_where_a_category_is_folded(
    client: FlaskClient, boss: Person
) -> None:
    rows = csv_rows(builders.sign_in(client, boss), "?at_least=3&fold=rel")
    assert [row[0] for row in rows] == ["Name", "Hana Sato"]
    assert rows[1][9] == "3"


def test_a_workbook_holds_texts_and_figures_but_no_formula(
    client: FlaskClient, boss: Person
) -> None:
    book = workbook(builders.sign_in(client, boss))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert (book["Matrix"]["A2"].value, book["Matrix"]["A2"].data_type) == (FORMULA, "s")
    assert book["Matrix"]["J3"].value == 3


def test_the_second_sheet_says_what_stands_behind_each_level(
    app: Flask, client: FlaskClient
) -> None:
    boss = builders.a_manager(app)
    settle(app, rated(app, boss, "Hana Sato", 2))
    rows = list(workbook(builders.sign_in(client, boss))["Details"].iter_rows(values_only=True))
    assert len(rows) == 1 + 29
    assert rows[1][6:] == (
        *("Relationship", "Deep customer relationships"),
        *(2, 2, 2, 2, "Agreed"),
        *(3, 2, 1, 2),
    )


def test_a_download_leaves_a_trace_with_who_and_whose(
    app: Flask, client: FlaskClient, boss: Person
) -> None:
    csv_rows(builders.sign_in(client, boss), "?at_least=3")
    with app.app_context():
        [event] = [each for each in audit_log.latest(limit=5) if each.action == "team_exported"]
    assert event.actor_id == boss.id
    assert event.details["kind"] == "csv"
    assert len(event.details["people"]) == 1


def test_looking_at_the_address_downloads_nothing(client: FlaskClient, boss: Person) -> None:
    assert builders.sign_in(client, boss).get("/team/matrix.csv").status_code == 405


def test_who_is_no_manager_cannot_download(client: FlaskClient, app: Flask) -> None:
    builders.sign_in(client, builders.a_person(app))
    assert client.post("/team/matrix.csv").status_code == 404


def test_one_file_a_minute_and_then_in_how_many_seconds(client: FlaskClient, boss: Person) -> None:
    csv_rows(builders.sign_in(client, boss))
    answer = client.post("/team/matrix.xlsx?sort=fit")
    assert (answer.status_code, answer.location) == (303, "/team/?sort=fit")
    words = words_of(client.get("/team/").text)
    wait = re.search(r"One file a minute can be downloaded. The next one in (\d+) seconds.", words)
    assert wait
    assert 50 < int(wait[1]) <= 60


@pytest.mark.parametrize("sign", [*"=+-@|＝＋－＠｜−", "\t", "\r", "\n"])
@pytest.mark.parametrize("before", ["", " ", "\u3000", "\t", "\n "])
def test_whatever_starts_a_formula_gets_an_apostrophe(sign: str, before: str) -> None:
    assert guarded(f"{before}{sign}cmd") == f"'{before}{sign}cmd"


@pytest.mark.parametrize("text", ["", "Hana", "髙橋 一", "a=b", "1-2", " Ken", "㈱森", "'x"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_a_download_takes_no_fields(app: Flask, client: FlaskClient, boss: Person) -> None:
    builders.sign_in(client, boss)
    assert client.post("/team/matrix.csv", data={"people": "all"}).status_code == 422
    with app.app_context():
        assert "team_exported" not in {each.action for each in audit_log.latest(limit=50)}
