"""Static files are kept by browsers for a year, under names that change with their content."""

import re
from hashlib import sha256

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.web.assets import STATIC, asset
from tests import builders

LINKED = re.compile(r'(?:src|href)="(/static/[^"]+)"')
FINGERPRINTED = re.compile(r"/static/([\w/.-]+)\?v=([0-9a-f]{8})")


def test_an_address_carries_the_fingerprint_of_its_content(app: Flask) -> None:
    with app.test_request_context():
        address = asset("css/base.css")
    digest = sha256((STATIC / "css" / "base.css").read_bytes()).hexdigest()
    assert address == f"/static/css/base.css?v={digest[:8]}"


def test_a_file_that_is_not_there_is_noticed_while_the_page_is_made(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(FileNotFoundError):
        asset("css/nowhere.css")


def test_every_file_that_a_page_loads_has_a_fingerprint_and_is_kept(
    app: Flask, client: FlaskClient
) -> None:
    builders.sign_in(client, builders.a_person(app))
    linked = LINKED.findall(client.get("/").text)
    assert len(linked) > 8
    for address in linked:
        assert FINGERPRINTED.fullmatch(address), address
        answer = client.get(address)
        assert (address, answer.status_code) == (address, 200)
        assert answer.cache_control.max_age == 365 * 24 * 3600
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.vary


def test_a_browser_that_asks_again_is_told_that_nothing_changed(client: FlaskClient) -> None:
    first = client.get("/static/css/base.css")
    again = client.get("/static/css/base.css", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", ["../pyproject.toml", "%2e%2e/pyproject.toml", "..%5cconfig"])
def test_nothing_beside_the_static_files_is_given_out(client: FlaskClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code == 404
