"""Passwords: what is good enough, changing one, and choosing one by a link."""

import re
import smtplib
import time
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_mailman.backends.locmem import EmailBackend
from itsdangerous import TimestampSigner

from assessments.refusals import Refusal
from portal import clock
from portal.accounts import actions, password_rules
from portal.persistence.people import Person
from tests import builders
from tests.accounts_browser import (
    ANOTHER,
    PASSWORD,
    account_of,
    ask_for_link,
    change_account,
    events,
    give_password,
    is_signed_in,
    letters,
    sign_in,
)

LINK = re.compile(r"http://127\.0\.0\.1:8000(/accounts/reset-password/\S+)")
BOTH = {"new_password": ANOTHER, "repeat_password": ANOTHER}


@pytest.fixture
def hana(app: Flask) -> Person:
    return give_password(app, builders.a_person(app))


@pytest.fixture
def own(client: FlaskClient, hana: Person) -> FlaskClient:
    return builders.sign_in(client, hana)


def link_to(client: FlaskClient, email: str) -> str:
    """Ask for a link and take it from the letter."""
    ask_for_link(client, email)
    found = LINK.search(letters(client.application)[-1][2])
    assert found
    return found.group(1)


def check(password: str) -> None:
    password_rules.check(password, name="Hana 佐藤", email="hana.sato@example.com")


@pytest.mark.parametrize(
    "password",
    [
        "walnut harbour quiet ladder",
        "correct horse battery staple",
        "七転び八起きで今日も電車に乗り遅れない",
        "xK9#mQ2$vL7!pR4&",
        "hana bakes rye bread on Sundays",
        "w" * 5 + "alnut harbour" * 9,
    ],
)
def test_any_long_password_of_ones_own_is_good(password: str) -> None:
    check(password)


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("walnut harbour"[:14], password_rules.PasswordTooShort),
        ("w" * 129, password_rules.PasswordTooLong),
        ("hana.sato@example.com", password_rules.PasswordObvious),
        ("HanaSato-hanasato-2026", password_rules.PasswordObvious),
        ("Hana佐藤Hana佐藤Hana佐藤", password_rules.PasswordObvious),
        ("passwordpassword1", password_rules.PasswordObvious),
        ("パスワードパスワードパスワード", password_rules.PasswordObvious),
        ("ＰＡＳＳＷＯＲＤｐａｓｓｗｏｒｄ", password_rules.PasswordObvious),
        ("123456789012345", password_rules.PasswordObvious),
        ("zyxwvutsrqponmlkj", password_rules.PasswordObvious),
        ("qwertyuiopasdfgh", password_rules.PasswordObvious),
        ("aaaaaaaaaaaaaaaaaaaa", password_rules.PasswordObvious),
        ("abcabcabcabcabcabc", password_rules.PasswordObvious),
        (" " * 20, password_rules.PasswordObvious),
    ],
)
def test_a_short_or_obvious_password_is_refused(password: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        check(password)


def test_a_new_password_replaces_the_old_one(own: FlaskClient, hana: Person) -> None:
    own.post("/accounts/change-password", data={"old_password": PASSWORD} | BOTH)
    browser = own.application.test_client()
    assert sign_in(browser, hana.email).status_code == 422
    assert sign_in(browser, hana.email, ANOTHER).status_code == 302


def test_changing_it_ends_every_other_session_and_keeps_this_one(
    own: FlaskClient, hana: Person
) -> None:
    other = builders.sign_in(own.application.test_client(), hana)
    own.post("/accounts/change-password", data={"old_password": PASSWORD} | BOTH)
    assert is_signed_in(own)
    assert not is_signed_in(other)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"old_password": "another one entirely"} | BOTH, "old_password"),
        (
            {"old_password": PASSWORD, "new_password": "short", "repeat_password": "short"},
            "new_password",
        ),
        ({"old_password": PASSWORD} | BOTH | {"repeat_password": "other"}, "repeat_password"),
        ({}, "old_password"),
    ],
)
def test_a_change_that_is_not_right_changes_nothing(
    own: FlaskClient, hana: Person, typed: dict[str, str], wrong: str
) -> None:
    with own.application.app_context():
        before = account_of(hana).password
    page = own.post("/accounts/change-password", data=typed)
    assert page.status_code == 422
    assert f'id="{wrong}-error"' in page.text
    with own.application.app_context():
        assert account_of(hana).password == before


def test_wrong_tries_at_the_current_password_close_the_account_too(
    own: FlaskClient, hana: Person
) -> None:
    typed = {"old_password": "x"} | BOTH
    codes = [own.post("/accounts/change-password", data=typed).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
    with own.application.app_context():
        assert account_of(hana).locked_until


def test_a_link_lets_somebody_choose_a_password(client: FlaskClient, hana: Person) -> None:
    link = link_to(client, "HANA.SATO@example.com")
    assert client.get(link).status_code == 200
    assert client.post(link, data=BOTH).location == "/accounts/sign-in"
    assert sign_in(client, hana.email, ANOTHER).status_code == 302


def test_a_link_is_good_once(client: FlaskClient, hana: Person) -> None:
    link = link_to(client, hana.email)
    client.post(link, data=BOTH)
    assert client.get(link).status_code == 410
    assert client.post(link, data=BOTH).status_code == 410


def test_a_link_is_good_for_two_hours(
    client: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = int(time.time())
    link = link_to(client, hana.email)
    for passed, status in ((7100, 200), (7300, 410)):
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _, at=asked + passed: at)
        assert client.get(link).status_code == status


@pytest.mark.parametrize("token", ["x", "a.b.c", "%00", "W10.x.y", "🙂"])
def test_a_made_up_link_is_no_link(client: FlaskClient, token: str) -> None:
    assert client.get(f"/accounts/reset-password/{token}").status_code == 410


def test_a_link_ends_every_session_and_opens_a_closed_account(
    client: FlaskClient, hana: Person
) -> None:
    app = client.application
    change_account(app, hana, locked_until=clock.now() + timedelta(minutes=10))
    other = builders.sign_in(app.test_client(), hana)
    client.post(link_to(client, hana.email), data=BOTH)
    assert not is_signed_in(other)
    assert sign_in(client, hana.email, ANOTHER).status_code == 302


def test_a_first_password_is_chosen_by_a_link_as_well(client: FlaskClient) -> None:
    new = builders.a_person(client.application, "Mei Kato")
    assert client.post(link_to(client, new.email), data=BOTH).status_code == 302
    assert sign_in(client, new.email, ANOTHER).status_code == 302


def test_an_obvious_password_is_refused_and_the_link_stays_good(
    client: FlaskClient, hana: Person
) -> None:
    link = link_to(client, hana.email)
    obvious = {"new_password": "hanasato@example", "repeat_password": "hanasato@example"}
    assert client.post(link, data=obvious).status_code == 422
    assert client.post(link, data=BOTH).status_code == 302


def test_nobody_learns_who_has_an_account(client: FlaskClient, hana: Person) -> None:
    app = client.application
    closed = builders.a_person(app, "Former One")
    change_account(app, closed, is_active=False)
    answers = [
        ask_for_link(client, email) for email in (hana.email, "nobody@example.com", closed.email)
    ]
    assert {(each.status_code, each.location) for each in answers} == {(302, "/accounts/link-sent")}
    assert [to for to, _, _ in letters(app)] == [hana.email]


@pytest.mark.parametrize(
    ("language", "word"), [("ja", "CSMスキルポータル"), ("en", "CSM Skill Portal")]
)
def test_the_letter_speaks_the_language_of_its_reader(
    client: FlaskClient, language: str, word: str
) -> None:
    app = client.application
    mei = builders.a_person(app, "Mei Kato")
    browser = builders.sign_in(app.test_client(), mei)
    browser.post("/accounts/language", data={"language": language})
    link_to(client, mei.email)
    assert letters(app)[-1][2].strip().endswith(word)


def test_the_link_names_the_portal_whatever_the_request_called_it(
    client: FlaskClient, hana: Person
) -> None:
    forged = {"Host": "localhost:1234", "X-Forwarded-Host": "evil.example"}
    ask_for_link(client, hana.email, headers=forged)
    assert LINK.search(letters(client.application)[-1][2])


def test_mail_that_cannot_be_sent_changes_no_answer_and_names_nobody(
    client: FlaskClient,
    hana: Person,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    refused = smtplib.SMTPRecipientsRefused({hana.email: (550, b"no such person")})

    def refuse(*_: object) -> int:
        raise refused

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    answer = ask_for_link(client, hana.email)
    letters(client.application)
    assert answer.location == "/accounts/link-sent"
    assert f"mail to person {hana.id} was not sent: SMTPRecipientsRefused" in caplog.text
    assert hana.email not in caplog.text


def test_letters_are_asked_for_five_times_a_minute_and_no_more(client: FlaskClient) -> None:
    asked = [ask_for_link(client, "nobody@example.com").status_code for _ in range(6)]
    assert asked == [302] * 5 + [429]


def test_the_command_line_gives_a_password_by_the_same_rules(app: Flask) -> None:
    mei = builders.a_person(app, "Mei Kato")
    with app.app_context():
        with pytest.raises(password_rules.PasswordObvious):
            actions.set_password(mei.id, "mei.kato@example.com", by=None, now=clock.now())
        actions.set_password(mei.id, PASSWORD, by=None, now=clock.now())
    app.config["WTF_CSRF_ENABLED"] = False
    assert sign_in(app.test_client(), mei.email).status_code == 302


def test_every_new_password_is_in_the_log(client: FlaskClient, hana: Person) -> None:
    link = link_to(client, hana.email)
    client.post(link, data=BOTH)
    kept = [(each.action, each.actor_id, each.subject_id) for each in events(client.application)]
    assert kept == [
        ("password_reset", hana.id, hana.id),
        ("password_reset_requested", None, hana.id),
    ]
