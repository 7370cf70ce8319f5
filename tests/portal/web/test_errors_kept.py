"""What somebody typed comes back on an error page, but for what must not be shown."""

from html import unescape
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.portal.web import breaking

EVIDENCE = "四半期レビューを一人で進行。 <b>“Alone”</b> & 100 % \\ 😀\nSecond line"
TYPED = {
    "con_pm-evidence": EVIDENCE,
    "con_pm-answer": "3",
    "csrf_token": "token-of-the-form",
    "password": "open sesame today",
    "old_password": "sesame of yesterday",
    "con_pm-new_password": "sesame of tomorrow",
}
SECRETS = ("token-of-the-form", "sesame")


@pytest.mark.parametrize("kind", breaking.STATUS)
def test_what_was_typed_comes_back(client: FlaskClient, kind: str) -> None:
    page = client.post(f"/breaks/{kind}", data=TYPED)
    assert page.status_code == breaking.STATUS[kind]
    assert EVIDENCE in unescape(page.text)
    assert "<b>“Alone”" not in page.text


@pytest.mark.parametrize("kind", breaking.STATUS)
def test_secrets_never_come_back(client: FlaskClient, kind: str) -> None:
    for headers in ({}, {"Accept": "application/json"}):
        answer = client.post(f"/breaks/{kind}", data=TYPED, headers=headers)
        assert [secret for secret in SECRETS if secret in answer.text] == []


def test_a_choice_is_no_text_that_somebody_would_miss(client: FlaskClient) -> None:
    typed = {"con_pm-answer": "not_applicable", "field-answer": "3", "version": "1234"}
    page = client.post("/breaks/500", data=typed)
    assert "<textarea" not in page.text


def test_every_text_of_one_name_comes_back(client: FlaskClient) -> None:
    page = client.post("/breaks/409", data={"note": ["The first text", "The second text"]})
    assert page.text.count("<textarea") == 2


def test_a_forged_form_gives_the_text_back(app: Flask) -> None:
    page = app.test_client().post("/breaks/500", data={"note": "Typed for an hour"})
    assert page.status_code == 400
    assert "Typed for an hour" in page.text


def test_who_was_signed_out_meanwhile_gets_the_text_back(client: FlaskClient) -> None:
    page = client.post("/admin/people/new", data={"name": "Typed for an hour"})
    assert page.status_code == 401
    assert "Typed for an hour" in page.text


@pytest.mark.parametrize(
    ("language", "label"),
    [("ja", "プロジェクトマネジメント: 根拠・エピソード"), ("en", "Project management: Evidence")],
)
def test_a_text_goes_by_the_label_that_its_page_showed(
    app: Flask, language: str, label: str
) -> None:
    page = app.test_client().post(
        f"/assess/{UUID(int=1)}/skills/con_pm",
        data={"con_pm-evidence": EVIDENCE},
        headers={"Accept-Language": language},
    )
    assert page.status_code == 401
    assert f"{label}</label>" in page.text


def test_a_text_of_a_megabyte_is_read_and_given_back(client: FlaskClient) -> None:
    page = client.post("/breaks/409", data={"note": "e" * 1_000_000})
    assert page.status_code == 409
    assert "e" * 1_000_000 in page.text
