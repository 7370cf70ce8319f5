"""Every answer carries a strict policy, and every page keeps to it."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests import builders
from tests.access.world import State, build
from tests.portal.web import breaking
from tests.portal.web.opened import open_pages, read, signed_in_pages

SIGN_IN = "/accounts/sign-in"
POLICY = re.compile(
    r"default-src 'none'; style-src 'self'; script-src 'self' 'nonce-([\w-]{22})'; "
    r"img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    r"base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def nonce_of(answer: TestResponse) -> str:
    """The nonce of the policy, which is otherwise the very one that it should be."""
    found = POLICY.fullmatch(answer.headers["Content-Security-Policy"])
    assert found, answer.headers["Content-Security-Policy"]
    return found[1]


def faults_of(page: TestResponse) -> list[object]:
    """What a browser would not do on this page under its policy."""
    reader = read(page)
    foreign = [nonce for nonce in reader.nonces if nonce != nonce_of(page)]
    return [*foreign, *reader.inline, *([] if reader.nonces else ["no script"])]


def test_the_pages_for_everybody_keep_to_the_policy(app: Flask) -> None:
    for endpoint, page in open_pages(app):
        assert (endpoint, page.status_code, faults_of(page)) == (endpoint, 200, [])
        assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("state", [State.DRAFTS, State.BOTH_IN])
def test_every_page_keeps_to_the_policy_and_out_of_caches(app: Flask, state: State) -> None:
    world = build(app, state)
    opened = 0
    for endpoint, page in signed_in_pages(app, world, state):
        assert (endpoint, page.headers["Cache-Control"]) == (endpoint, "no-store")
        if page.mimetype == "text/html" and page.status_code == 200:
            opened += 1
            assert (endpoint, faults_of(page)) == (endpoint, [])
    assert opened > 12


def test_every_request_has_a_nonce_of_its_own(client: FlaskClient) -> None:
    assert len({nonce_of(client.get(SIGN_IN)) for _ in range(5)}) == 5


@pytest.mark.parametrize(
    "path", [SIGN_IN, "/", "/static/css/base.css", "/static/missing", "/breaks/404", "/breaks/500"]
)
def test_every_kind_of_answer_has_the_headers(client: FlaskClient, path: str) -> None:
    for answer in (client.get(path), client.head(path), client.post(path)):
        nonce_of(answer)
        assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


def test_error_pages_keep_to_the_policy(client: FlaskClient) -> None:
    typed = {"note": "<script>alert(1)</script> <b onclick='x()' style='color:red'>"}
    for kind in breaking.STATUS:
        assert faults_of(client.post(f"/breaks/{kind}", data=typed)) == []


def test_nothing_about_who_is_signed_in_stays_in_a_cache(app: Flask, client: FlaskClient) -> None:
    builders.sign_in(client, builders.a_person(app))
    for path in ("/", "/accounts/settings", "/nowhere", "/static/nowhere.css"):
        assert client.get(path).headers["Cache-Control"] == "no-store"


def test_over_plain_http_nothing_is_promised_about_https(client: FlaskClient) -> None:
    answer = client.get(SIGN_IN)
    assert "Strict-Transport-Security" not in answer.headers
    name, *flags = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("session=")
    assert set(flags) == {"HttpOnly", "Path=/", "SameSite=Lax"}
