"""Signing in: the right password opens, and nothing tells why another one does not."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from portal import clock
from portal.accounts import hashing
from portal.persistence import accounts, database, people
from portal.persistence.people import Person
from tests import builders
from tests.accounts_browser import (
    ANOTHER,
    PASSWORD,
    account_of,
    change_account,
    events,
    give_password,
    is_signed_in,
    later,
    sign_in,
)

Change = Callable[[Flask, Person], None]


@pytest.fixture
def hana(app: Flask) -> Person:
    return give_password(app, builders.a_person(app))


def leave(app: Flask, person: Person) -> None:
    with app.app_context():
        people.save(replace(person, left_on=date(2026, 1, 1)), clock.now())
        database.commit()


def lock(app: Flask, person: Person) -> None:
    change_account(app, person, locked_until=clock.now() + timedelta(minutes=5))


def close(app: Flask, person: Person) -> None:
    change_account(app, person, is_active=False)


def forget(app: Flask, person: Person) -> None:
    change_account(app, person, password=None)


CLOSED: dict[str, Change] = {
    "left": leave,
    "locked": lock,
    "inactive": close,
    "no password": forget,
}


def test_the_right_password_signs_in_and_leads_home(client: FlaskClient, hana: Person) -> None:
    answer = sign_in(client, hana.email)
    assert (answer.status_code, answer.location) == (302, "/")
    assert is_signed_in(client)


@pytest.mark.parametrize("email", [" Hana.Sato@Example.com ", "ｈａｎａ.ｓａｔｏ＠example.com"])
def test_an_address_is_the_same_however_it_is_typed(
    client: FlaskClient, hana: Person, email: str
) -> None:
    assert sign_in(client, email).status_code == 302


def test_a_password_is_the_same_on_every_keyboard(app: Flask, client: FlaskClient) -> None:
    ken = give_password(app, builders.a_person(app, "Ken Ono"), "がらすの器 ｶﾀｶﾅ と ＡＢＣ 十二月")
    assert sign_in(client, ken.email, "か\u3099らすの器 カタカナ と ABC 十二月").status_code == 302


def test_nothing_tells_why_somebody_does_not_get_in(
    app: Flask, client: FlaskClient, hana: Person
) -> None:
    pages = {"unknown": sign_in(client, "nobody@example.com")}
    pages["wrong"] = sign_in(client, hana.email, "not the password at all")
    for name, change in CLOSED.items():
        person = give_password(app, builders.a_person(app, f"{name.title()} One"))
        change(app, person)
        pages[name] = sign_in(client, person.email)
    assert {page.status_code for page in pages.values()} == {422}
    shown = {re.sub(r'value="[^"]*"|nonce="[^"]*"', "", page.text) for page in pages.values()}
    shown = {re.sub(r'content="[^"]*"', "", page) for page in shown}
    assert len(shown) == 1
    assert not is_signed_in(client)


def test_ten_wrong_passwords_close_the_account_for_a_quarter_of_an_hour(
    app: Flask, client: FlaskClient, hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(10):
        sign_in(client, hana.email, ANOTHER)
    assert sign_in(client, hana.email).status_code == 422
    later(monkeypatch, timedelta(minutes=14))
    assert sign_in(client, hana.email).status_code == 422
    later(monkeypatch, timedelta(minutes=2))
    assert sign_in(client, hana.email).status_code == 302


def test_trying_a_closed_account_does_not_keep_it_closed(
    app: Flask, client: FlaskClient, hana: Person
) -> None:
    lock(app, hana)
    with app.app_context():
        before = account_of(hana)
    sign_in(client, hana.email, ANOTHER)
    with app.app_context():
        assert account_of(hana) == before


def test_wrong_passwords_at_the_same_moment_are_all_counted(
    either_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(either_app.config, "WTF_CSRF_ENABLED", False)
    ken = give_password(either_app, builders.a_person(either_app, "Ken Ono"))
    with ThreadPoolExecutor(4) as hands:
        tries = [
            hands.submit(sign_in, either_app.test_client(), ken.email, ANOTHER) for _ in range(4)
        ]
    assert {each.result().status_code for each in tries} == {422}
    with either_app.app_context():
        assert account_of(ken).failed_attempts == 4
    assert sign_in(either_app.test_client(), ken.email).status_code == 302


def test_getting_in_forgets_the_wrong_passwords_before(
    app: Flask, client: FlaskClient, hana: Person
) -> None:
    for _ in range(9):
        sign_in(client, hana.email, ANOTHER)
    sign_in(client, hana.email)
    with app.app_context():
        assert account_of(hana).failed_attempts == 0


def test_one_address_is_refused_twenty_times_a_minute_and_no_more(
    app: Flask, client: FlaskClient, hana: Person
) -> None:
    empty = [client.post("/accounts/sign-in", data={}).status_code for _ in range(21)]
    assert empty == [422] * 20 + [429]


def test_whoever_gets_in_does_not_count(app: Flask, hana: Person) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    codes = [sign_in(app.test_client(), hana.email).status_code for _ in range(22)]
    assert set(codes) == {302}


def test_who_is_signed_in_is_led_on_from_the_sign_in_page(
    client: FlaskClient, hana: Person
) -> None:
    sign_in(client, hana.email)
    assert client.get("/accounts/sign-in?next=/maps/").location == "/maps/"


def test_the_log_names_people_by_id_alone(app: Flask, client: FlaskClient, hana: Person) -> None:
    sign_in(client, "nobody@example.com")
    sign_in(client, hana.email, ANOTHER)
    sign_in(client, hana.email)
    kept = [(each.action, each.actor_id, each.subject_id) for each in events(app)]
    assert kept == [
        ("signed_in", hana.id, None),
        ("sign_in_failed", None, hana.id),
        ("sign_in_failed", None, None),
    ]
    assert all("@" not in str(each.details) for each in events(app))


@pytest.mark.parametrize("email", [b"", b"\x00", b"hana\x00@example.com", b"\x1b[2J", b"a" * 300])
def test_what_is_no_address_is_asked_for_again(client: FlaskClient, email: bytes) -> None:
    page = sign_in(client, email.decode())
    assert page.status_code == 422
    assert 'id="email-error"' in page.text


def test_half_a_character_is_nobody(client: FlaskClient) -> None:
    half = b"email=%ED%A0%80%40example.com&password=anything"
    form = "application/x-www-form-urlencoded"
    assert client.post("/accounts/sign-in", data=half, content_type=form).status_code == 422


def test_a_megabyte_is_not_worth_hashing(client: FlaskClient, hana: Person) -> None:
    page = sign_in(client, hana.email, "x" * 1_000_000)
    assert page.status_code == 422
    assert 'id="password-error"' in page.text


def test_the_address_stays_in_the_form_and_the_password_does_not(client: FlaskClient) -> None:
    page = sign_in(client, "nobody@example.com", "never shown again").text
    assert "nobody@example.com" in page
    assert "never shown again" not in page


def test_an_old_hash_is_renewed_when_its_owner_signs_in(
    app: Flask, client: FlaskClient, hana: Person
) -> None:
    weak = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1).hash(PASSWORD)
    change_account(app, hana, password=weak)
    sign_in(client, hana.email)
    with app.app_context():
        renewed = accounts.find(hana.id)
    assert renewed
    assert hashing.is_dated(weak)
    assert not hashing.is_dated(renewed.password or "")
