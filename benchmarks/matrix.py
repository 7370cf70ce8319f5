"""The team matrix of 100 people × 31 skills, against its bare queries plus an empty page."""

from typing import Any

from flask import Flask, render_template
from flask.testing import FlaskClient
from sqlalchemy import event

from assessments.settling import finalise
from benchmarks.figures import Figure, compare, in_turn
from benchmarks.portals import a_portal, database_file
from portal.access.guard import public
from portal.persistence import database, engines, rounds
from portal.persistence.database import db
from portal.persistence.people import Person
from tests import builders

PEOPLE = 100
SKILLS = 31
MATRIX, EMPTY = "/team/", "/empty-page"

Statement = tuple[str, Any]


def run() -> list[Figure]:
    with a_portal() as app:
        app.add_url_rule(EMPTY, view_func=_empty_page)
        client = builders.sign_in(app.test_client(), _a_team(app))
        assert client.get(MATRIX).text.count('class="marks"') == PEOPLE * SKILLS
        statements = _statements(app, client)
        connection = engines.sqlite_driver().connect(database_file(app))
        seconds = in_turn(
            {
                "ours": lambda _: _open(client, MATRIX),
                "plain": lambda _: _plain(connection, statements, client),
            },
            rounds=40,
            warm_up=5,
        )
        connection.close()
    name = f"team matrix {PEOPLE} × {SKILLS} / bare queries and empty page"
    return [compare(name, *seconds.values(), aim=4.0)]


@public
def _empty_page() -> str:
    return render_template("layouts/wide.html")


def _a_team(app: Flask) -> Person:
    """A manager of 100 people whose rounds are settled: two ratings and an agreed level each."""
    boss = builders.a_manager(app)
    for number in range(PEOPLE):
        name, level = f"Person {number:03}", number % 6
        person = builders.a_person(app, name, manager=boss, type_id="all_rounder")
        round_id = builders.a_round(app, person, by_self=level, rater=boss, by_manager=level)
        with app.app_context():
            record = rounds.find(round_id)
            assert record
            rounds.finalise(round_id, finalise(record.round), boss.id, builders.MORNING)
            database.commit()
    return boss


def _statements(app: Flask, client: FlaskClient) -> list[Statement]:
    """What the matrix asks of the database beyond what every page asks."""
    asked = _sent(app, client, MATRIX)
    always = {sql for sql, _ in _sent(app, client, EMPTY)}
    return [(sql, values) for sql, values in asked if sql not in always]


def _sent(app: Flask, client: FlaskClient, url: str) -> list[Statement]:
    sent: list[Statement] = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, *_: Any) -> None:
        sent.append((sql, values))

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        _open(client, url)
        event.remove(db.engine, "before_cursor_execute", note)
    return sent


def _open(client: FlaskClient, url: str) -> None:
    assert client.get(url).status_code == 200


def _plain(connection: Any, statements: list[Statement], client: FlaskClient) -> None:
    """The rows as the driver gives them, nothing made of them, and an empty page."""
    for sql, values in statements:
        connection.execute(sql, values).fetchall()
    _open(client, EMPTY)
