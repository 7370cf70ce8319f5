"""Saving one rating, as the server spends it, against one bare committed insert."""

from typing import Any

from flask.testing import FlaskClient

from benchmarks.figures import Figure, compare, in_turn
from benchmarks.portals import a_portal, database_file
from portal.persistence import engines, rounds
from tests import builders

EVIDENCE = "Saw the delay on 3 October, re-planned the same day and finished in time. " * 3
SKILL = "con_pm"


def run() -> list[Figure]:
    with a_portal() as app:
        hana = builders.a_person(app, manager=builders.a_manager(app))
        builders.a_round(app, hana, by_self=3, is_submitted=False)
        with app.app_context():
            record = rounds.open_of(hana.id)
        assert record
        assert record.self_record
        client = builders.sign_in(app.test_client(), hana)
        url = f"/assess/{record.self_record.id}/skills/{SKILL}"
        bare = _bare_table(str(database_file(app).with_name("bare.db")))
        seconds = in_turn(
            {"ours": lambda n: _save(client, url, n), "bare": lambda n: _insert(bare, n)},
            rounds=200,
            warm_up=20,
        )
        bare.close()
    return [
        compare("save one rating / one committed insert", *seconds.values(), aim=6.0),
    ]


def _save(client: FlaskClient, url: str, number: int) -> None:
    typed = {"answer": "3", "evidence": f"{EVIDENCE}{number}", "version": str(number + 1)}
    answer = client.post(url, data={f"{SKILL}-{name}": value for name, value in typed.items()})
    assert answer.status_code == 200, answer.text


def _bare_table(path: str) -> Any:
    """A connection with the portal's own pragmas and a table like that of the ratings."""
    connection = engines.sqlite_driver().connect(path)
    engines.open_sqlite(connection, None)
    connection.execute(
        "CREATE TABLE ratings (id INTEGER, skill TEXT, level INTEGER, evidence TEXT, "
        "rated_at TEXT, version INTEGER, PRIMARY KEY (id, skill))"
    )
    return connection


def _insert(connection: Any, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO ratings VALUES (?, ?, 3, ?, '2026-10-01', 1)", (number, SKILL, EVIDENCE)
    )
    connection.execute("COMMIT")
