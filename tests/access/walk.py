"""Every route of the portal, asked by every viewer, with the round in one state."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from portal.access.guard import DOOR, OPEN_ENDPOINTS, PUBLIC
from portal.access.rules import Permission
from portal.persistence.database import db
from tests import builders
from tests.access import expected
from tests.access.world import State, World, session_of

WORDS = {
    "category_id": "rel",
    "skill_id": "con_pm",
    "type_id": "onboarding",
    "language": "ja",
    "token": "not-a-token",
    "upload_id": "00000000-0000-7000-8000-000000000000",
    "form": "csv",
}
KINDS = {"team.export": "csv", "admin.template": "people"}
WITH_DRILLS, WITH_TEMPLATE = "T03", "T23"
TURNED_AWAY = {401, 404}
ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: may this viewer send this method to this endpoint?"""

    endpoint: str
    method: str
    url: str
    viewer: str
    is_allowed: bool


def cells(app: Flask, world: World, state: State) -> Iterator[Cell]:
    """Every endpoint × method × viewer × object of the subject's round."""
    viewers = [*world.viewers, ANONYMOUS]
    for rule in app.url_map.iter_rules():
        door = getattr(app.view_functions[rule.endpoint], DOOR, None)
        if rule.endpoint in OPEN_ENDPOINTS or door == PUBLIC:
            continue
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            for url, writer in _urls(app, rule, world):
                for viewer in viewers:
                    allowed = _expected(door, viewer, state, writer)
                    yield Cell(rule.endpoint, method, url, viewer, allowed)


def wrong_cells(app: Flask, world: World, state: State, asked: list[Cell]) -> list[Cell]:
    """Cells whose answer is not the expected one; the database is put back after each write."""
    file = _file_of(app)
    before = file.with_suffix(".before")
    shutil.copy(file, before)
    clients = {name: _browser(app, world, name) for name in (*world.viewers, ANONYMOUS)}
    wrong = []
    for cell in asked:
        answer = clients[cell.viewer].open(cell.url, method=cell.method)
        if _is_let_in(answer.status_code, answer.headers.get("Location", "")) != cell.is_allowed:
            wrong.append(cell)
        if cell.method == "POST" and cell.is_allowed:
            _put_back(app, before, file)
    return wrong


def _expected(door: Permission | None, viewer: str, state: State, writer: str) -> bool:
    if door is None or viewer in expected.NEVER:
        return False
    return expected.may(door, viewer, state, writer)


def _urls(app: Flask, rule: Rule, world: World) -> Iterator[tuple[str, str]]:
    writers = list(world.written) if "assessment_id" in rule.arguments else ["self"]
    for writer in writers:
        ids: dict[str, UUID | str] = {
            "person_id": world.subject.id,
            "round_id": world.round_id,
            "assessment_id": world.written[writer],
        }
        words = {**WORDS, "kind": KINDS.get(rule.endpoint, ""), **ids}
        words["lesson_id"] = WITH_TEMPLATE if "language" in rule.arguments else WITH_DRILLS
        values: dict[str, Any] = {name: words[name] for name in rule.arguments}
        with app.test_request_context():
            yield app.url_for(rule.endpoint, **values), writer


def _browser(app: Flask, world: World, name: str) -> FlaskClient:
    client = app.test_client()
    if name == ANONYMOUS:
        return client
    builders.sign_in(client, world.viewers[name])
    with client.session_transaction() as session:
        session.update(session_of(name, world.subject))
    return client


def _is_let_in(status: int, location: str) -> bool:
    return status not in TURNED_AWAY and "/accounts/sign-in" not in location


def checkpoint(app: Flask) -> None:
    """Bring everything that is only in the write-ahead log into the file, so that it copies."""
    with app.app_context():
        driver = db.engine.raw_connection()
        driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        driver.close()


def _file_of(app: Flask) -> Path:
    with app.app_context():
        return Path(str(db.engine.url.database))


def _put_back(app: Flask, before: Path, file: Path) -> None:
    with app.app_context():
        db.engine.dispose()
    for leftover in ("-wal", "-shm"):
        Path(f"{file}{leftover}").unlink(missing_ok=True)
    shutil.copy(before, file)
