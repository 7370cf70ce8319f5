"""The templates are read back by the very imports that they are for."""

import io
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from portal.admin.people_columns import PEOPLE_COLUMNS, terms_of
from portal.admin.people_lines import read_lines
from portal.admin.ratings_columns import RATINGS_COLUMNS, skill_words
from portal.admin.ratings_lines import read_rating_lines
from portal.admin.reading.columns import column_errors, find_columns
from portal.library import library
from portal.web.spreadsheets import read_sheet
from portal.web.spreadsheets.guarding import guarded, unguarded
from tests import builders

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|calc",
    "＝1",
    "\t=1",
    "\r=1",
    "  =1",
    "−1",
    "=HYPERLINK(1)",
    "＠x",
)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", ["people", "ratings"])
def test_a_template_reads_back_without_an_error(
    app: Flask, client: FlaskClient, kind: str, form: str, language: str
) -> None:
    builders.sign_in(client, builders.an_admin(app))
    client.post("/accounts/language", data={"language": language, "next": "/"})
    answer = client.get(f"/admin/templates/{kind}.{form}")
    assert f"{kind}-template.{form}" in answer.headers["Content-Disposition"]
    sheet = read_sheet(answer.data)
    columns = PEOPLE_COLUMNS if kind == "people" else RATINGS_COLUMNS
    found = find_columns(sheet, columns)
    assert (column_errors(found), found.unknown) == ((), ())
    assert len(found.places) == len(columns)
    if kind == "people":
        terms = terms_of(library().types.values(), library().bands)
        lines, findings = read_lines(sheet, found, terms)
        assert (len(lines), list(findings)) == (1, [])
    else:
        read = read_rating_lines(sheet, found, skill_words(library().table), date(2027, 1, 1))
        assert (len(read.lines), read.errors) == (1, ())


def test_a_csv_template_opens_in_excel_by_a_double_click(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.an_admin(app))
    assert client.get("/admin/templates/people.csv").data.startswith(b"\xef\xbb\xbf")


def test_a_workbook_offers_the_words_to_choose_from(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.an_admin(app))
    book = load_workbook(io.BytesIO(client.get("/admin/templates/people.xlsx").data))
    rules = book.worksheets[0].data_validations.dataValidation
    assert {str(rule.sqref) for rule in rules} == {"E2:E1001", "F2:F1001", "G2:G1001"}
    bands = [cell.value for cell in book.worksheets[1]["B"]][1:4]
    assert bands == ["Junior", "Standard", "Senior"]


def test_any_other_template_is_not_found(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.an_admin(app))
    assert client.get("/admin/templates/secrets.csv").status_code == 404
    assert client.get("/admin/templates/people.exe").status_code == 404


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_guarded_and_comes_back(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "abc", "'quoted'", "O'Brien", "'", "5-3", "a=b"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_a_guarded_cell_is_read_as_it_was() -> None:
    assert read_sheet(b"a\n'=1+1\n").rows[0].cells == ("=1+1",)
