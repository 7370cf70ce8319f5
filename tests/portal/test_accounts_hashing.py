"""Hashing: Argon2id, a few at a time, as long for nobody as for somebody, and never in the way."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from portal import clock
from portal.accounts import hashing
from portal.extensions import limiter
from portal.persistence import audit, database
from portal.persistence.people import Person
from tests import builders
from tests.accounts_browser import (
    ANOTHER,
    PASSWORD,
    ask_for_link,
    change_account,
    give_password,
    letters,
    sign_in,
)

ROUNDS = 25
MOST_DIFFERENCE = 0.005
"""Seconds; a fifth of the hash that is left out where somebody answers without one."""
MOST_TOLD = 0.001
"""Seconds; less than half of what writing the letter takes."""
ONE_LANE = PasswordHasher(time_cost=3, memory_cost=8192, parallelism=1)
"""About 25 ms on one core: long enough to be missed, and threads do not blur it."""
SOON = 30
CLOSED: dict[str, dict[str, object]] = {
    "wrong": {},
    "locked": {"locked_until": clock.now() + timedelta(hours=1)},
    "inactive": {"is_active": False},
    "empty": {"password": None},
}


def test_a_password_is_kept_as_argon2id_with_its_own_salt() -> None:
    first, second = hashing.hashed(PASSWORD), hashing.hashed(PASSWORD)
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert hashing.matches(PASSWORD, first)
    assert not hashing.matches(ANOTHER, first)


@pytest.mark.parametrize("stored", [None, "", "plain", "$argon2id$broken", "$2b$12$" + "a" * 53])
def test_nothing_matches_what_is_no_hash_of_ours(stored: str | None) -> None:
    assert not hashing.matches(PASSWORD, stored)


def test_the_answer_takes_as_long_for_nobody_as_for_somebody(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashing, "_hasher", ONE_LANE)
    least = _least_times(client, monkeypatch)
    assert max(least.values()) - min(least.values()) < MOST_DIFFERENCE, least


def _least_times(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Seconds of computing per answer; other work only adds to them, so the least is the truest."""
    monkeypatch.setattr(limiter, "enabled", False)
    emails = {"unknown": "nobody@example.com"} | {
        name: _closed(client.application, name, values).email for name, values in CLOSED.items()
    }
    times: dict[str, list[float]] = {name: [] for name in emails}
    for _ in range(ROUNDS):
        for name, email in emails.items():
            began = time.process_time()
            sign_in(client, email, ANOTHER)
            times[name].append(time.process_time() - began)
    return {name: min(each) for name, each in times.items()}


def _closed(app: Flask, name: str, values: dict[str, object]) -> Person:
    person = builders.a_person(app, f"{name} One")
    change_account(app, person, **{"password": hashing.hashed(PASSWORD)} | values)
    return person


def test_asking_for_a_link_takes_as_long_for_nobody_as_for_somebody(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request's own thread alone is measured: the letter is written in another."""
    monkeypatch.setattr(limiter, "enabled", False)
    emails = [builders.a_person(client.application).email, "nobody@example.com"]
    times: dict[str, list[float]] = {email: [] for email in emails}
    for _ in range(ROUNDS):
        for email in emails:
            began = time.thread_time()
            ask_for_link(client, email)
            times[email].append(time.thread_time() - began)
            letters(client.application)
    known, unknown = (min(each) for each in times.values())
    assert abs(known - unknown) < MOST_TOLD


def while_all_turns_are_taken(act: Callable[[], object]) -> None:
    for _ in range(hashing.AT_ONCE):
        assert hashing.turns.acquire(timeout=SOON)
    try:
        act()
    finally:
        hashing.turns.release(hashing.AT_ONCE)


def test_no_more_than_four_are_computed_at_once() -> None:
    done = threading.Event()

    def hash_one() -> None:
        hashing.hashed(PASSWORD)
        done.set()

    def start() -> None:
        threading.Thread(target=hash_one).start()
        assert not done.wait(0.2)

    while_all_turns_are_taken(start)
    assert done.wait(SOON)


def test_nobody_waits_to_write_while_a_password_is_hashed(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    hana = give_password(app, builders.a_person(app))
    browser = builders.sign_in(app.test_client(), hana)
    typed = {"old_password": PASSWORD, "new_password": ANOTHER, "repeat_password": ANOTHER}
    answers: list[int] = []

    def send() -> None:
        answers.append(sign_in(app.test_client(), hana.email).status_code)
        answers.append(browser.post("/accounts/change-password", data=typed).status_code)

    def write_meanwhile() -> None:
        sender.start()
        sender.join(0.5)
        with app.app_context():
            database.begin_writing()
            audit.record("written", actor_id=None, at=clock.now())
            database.commit()
        assert answers == []

    sender = threading.Thread(target=send)
    while_all_turns_are_taken(write_meanwhile)
    sender.join(SOON)
    assert answers == [302, 302]
