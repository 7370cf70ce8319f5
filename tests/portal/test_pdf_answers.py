"""PDFs on their way to the browser: as whole files, or as pages that say why there is none."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.access.guard import public
from portal.web.pdf.answers import as_file, refused
from portal.web.pdf.failures import NoPdf, PageTooSlow, RendererMissing, RenderersBusy

Asked = Callable[[NoPdf], TestResponse]


@pytest.fixture
def asked(app: Flask) -> Asked:
    """The answer to somebody whose PDF was not made for this reason."""

    def ask(failure: NoPdf) -> TestResponse:
        app.add_url_rule("/no.pdf", view_func=public(lambda: refused(failure)), endpoint="no")
        return app.test_client().get("/no.pdf", headers={"Accept-Language": "en"})

    return ask


def test_where_no_pdf_can_be_made_nobody_is_told_to_wait(asked: Asked) -> None:
    answer = asked(RendererMissing("cannot load library"))
    assert answer.status_code == 503
    assert "Retry-After" not in answer.headers
    assert "<h1>No PDF can be made here</h1>" in answer.text
    assert "portal doctor" in answer.text
    assert "again" not in answer.text
    assert "Nothing was saved" not in answer.text


def test_where_the_renderers_are_busy_there_is_one_time_to_wait(asked: Asked) -> None:
    answer = asked(RenderersBusy("every renderer is at work"))
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert "Try again in a minute." in answer.text
    assert "seconds" not in answer.text


def test_a_page_that_failed_is_our_fault_and_loses_nothing(asked: Asked) -> None:
    answer = asked(PageTooSlow("no answer within 20 s"))
    assert answer.status_code == 500
    assert "What it is made from is safe." in answer.text


def test_a_pdf_comes_whole_because_each_part_would_print_it_anew(
    app: Flask, client: FlaskClient
) -> None:
    view = public(lambda: as_file(b"%PDF-1.7", "report.pdf"))
    app.add_url_rule("/report.pdf", view_func=view, endpoint="report")
    answer = client.get("/report.pdf", headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer.data) == (200, b"%PDF-1.7")
    assert "Accept-Ranges" not in answer.headers
