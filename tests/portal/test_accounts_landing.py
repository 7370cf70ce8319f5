"""Where signing in, a language or a theme leads: a page of ours, whatever the address says."""

import pytest
from flask.testing import FlaskClient

from portal.accounts.landing import landing
from tests import builders
from tests.accounts_browser import give_password, sign_in

OURS = [
    "/",
    "/maps/",
    "/team/?type=growth&sort=gap",
    "/assess/",
    "/accounts/settings",
    "/accounts/sign-in?next=%2Fteam%2F",
    "/maps/?q=%E9%9B%BB%E8%A9%B1",
]
NOT_OURS = [
    "",
    " ",
    "//evil.example",
    "///evil.example",
    "////evil.example/maps/",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\nLocation: https://evil.example",
    "\t//evil.example",
    " //evil.example",
    "/ /evil.example",
    "/%09/evil.example",
    "/%5cevil.example",
    "/%2Fevil.example",
    "/%2f%2fevil.example",
    "%2F%2Fevil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/maps/..//evil.example",
    "http://evil.example/",
    "HTTPS://evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "maps/",
    "?next=//evil.example",
    "#//evil.example",
    "@evil.example",
    ":80",
    "//localhost@evil.example/maps/",
    "http://localhost/maps/",
    "/\x00/evil.example",
    "/\x7f/evil.example",
    "/\u2028//evil.example",
    "/．．//evil.example",
    "/no-such-page",
    "/accounts/sign-out",
]


@pytest.mark.parametrize("wanted", OURS)
def test_a_page_of_ours_is_gone_on_to(client: FlaskClient, wanted: str) -> None:
    with client.application.test_request_context():
        assert landing(wanted) == wanted


@pytest.mark.parametrize("wanted", NOT_OURS)
def test_any_other_address_leads_home(client: FlaskClient, wanted: str) -> None:
    with client.application.test_request_context():
        assert landing(wanted) == "/"


@pytest.mark.parametrize("wanted", ["//evil.example", "/\\evil.example", "https://evil.example/"])
def test_no_form_leads_away(client: FlaskClient, wanted: str) -> None:
    hana = give_password(client.application, builders.a_person(client.application))
    where = {"next": wanted}
    language = client.post("/accounts/language", data={"language": "en"} | where)
    theme = client.post("/accounts/theme", data={"theme": "dark"} | where)
    typed = {"email": hana.email, "password": "walnut harbour quiet ladder"}
    entered = client.post("/accounts/sign-in", data=typed, query_string=where)
    entered_again = client.get("/accounts/sign-in", query_string=where)
    answers = [language, theme, entered, entered_again]
    assert {each.location for each in answers} == {"/"}


def test_a_page_behind_the_door_is_opened_after_signing_in(client: FlaskClient) -> None:
    hana = give_password(client.application, builders.a_person(client.application))
    door = client.get("/maps/?type=growth")
    assert door.location == "/accounts/sign-in?next=/maps/?type%3Dgrowth"
    typed = {"email": hana.email, "password": "walnut harbour quiet ladder"}
    assert client.post(door.location, data=typed).location == "/maps/?type=growth"
    assert sign_in(client, hana.email).location == "/"
