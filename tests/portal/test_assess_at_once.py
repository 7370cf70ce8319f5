"""Both sides start a round in the same moment, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread

from flask import Flask
from flask.testing import FlaskClient

from portal.persistence import rounds
from tests.builders import a_manager, a_person, sign_in


def together(*acts: Callable[[], int]) -> list[int]:
    """What each act answers when all begin at once."""
    gate, answers = Barrier(len(acts)), list[int]()

    def run(act: Callable[[], int]) -> None:
        gate.wait()
        answers.append(act())

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def posted(browser: FlaskClient, url: str) -> int:
    return browser.post(url).status_code


def test_starting_at_once_opens_one_round_and_refuses_nobody(either_app: Flask) -> None:
    either_app.config["WTF_CSRF_ENABLED"] = False
    ken = a_manager(either_app)
    hana = a_person(either_app, manager=ken)
    self_url, manager_url = "/assess/self", f"/assess/people/{hana.id}"
    browsers = [
        (sign_in(either_app.test_client(), who), url)
        for who, url in ((hana, self_url), (ken, manager_url)) * 3
    ]
    answers = together(*(lambda b=b, url=url: b.post(url).status_code for b, url in browsers))
    assert answers == [302] * 6
    with either_app.app_context():
        (record,) = rounds.history_of(hana.id)
        assert len(record.every_record) == 2


def test_discarding_while_the_manager_starts_loses_no_round_of_hers(either_app: Flask) -> None:
    either_app.config["WTF_CSRF_ENABLED"] = False
    ken = a_manager(either_app)
    for number in range(5):
        hana = a_person(either_app, f"Hana {number}", manager=ken)
        hers, his = (sign_in(either_app.test_client(), who) for who in (hana, ken))
        draft = hers.post("/assess/self").location.split("/")[2]
        answers = together(
            partial(posted, hers, f"/assess/{draft}/discard"),
            partial(posted, his, f"/assess/people/{hana.id}"),
        )
        assert answers == [302, 302]
        with either_app.app_context():
            (record,) = rounds.history_of(hana.id)
            (written,) = record.every_record
            assert written.rater_id == ken.id
