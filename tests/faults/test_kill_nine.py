"""What was acknowledged survives kill −9."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from flask import Flask

from portal.config import Settings
from portal.persistence import rounds
from portal.persistence.database import db
from portal.persistence.people import Person
from tests import builders

LIVES = 50
SAVES_IN_A_LIFE = 6
SKILLS = ("con_pm", "con_issue", "con_problem", "con_proposal")
CHECKOUT = Path(__file__).parent.parent.parent


@dataclass
class Server:
    """The server's process and how to reach it."""

    process: subprocess.Popen[str]
    port: int
    cookie: str

    def next_life(self) -> int:
        """Start serving; the number of the process that does."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@dataclass
class Writer:
    """Saves one skill again and again, and remembers what was acknowledged and what was sent."""

    server: Server
    assessment_id: UUID
    skill_id: str
    version: int = 0
    acknowledged: str = ""
    sent: list[str] = field(default_factory=list)

    def save(self) -> bool:
        """Send one more text; whether it was acknowledged."""
        text = f"{self.skill_id} {self.version + 1} {len(self.sent)}"
        self.sent.append(text)
        typed = {"answer": "3", "evidence": text, "version": str(self.version)}
        body = urlencode({f"{self.skill_id}-{name}": value for name, value in typed.items()})
        try:
            answer = self._post(body)
        except (OSError, http.client.HTTPException):
            return False
        assert "version" in answer or "conflict" in answer, answer
        self.version = int(answer.get("version") or answer["conflict"]["version"])
        if "saved_at" in answer:
            self.acknowledged = text
        return True

    def _post(self, body: str) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        headers = {
            "Cookie": f"session={self.server.cookie}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        url = f"/assess/{self.assessment_id}/skills/{self.skill_id}"
        connection.request("POST", url, body, headers)
        answer: dict[str, Any] = json.loads(connection.getresponse().read())
        connection.close()
        return answer


@pytest.fixture
def hana(app: Flask) -> Person:
    person = builders.a_person(app)
    builders.a_round(app, person, by_self={}, is_submitted=False)
    return person


@pytest.fixture
def server(app: Flask, settings: Settings, hana: Person) -> Iterator[Server]:
    with app.app_context():
        db.engine.dispose()
    command = [sys.executable, "-m", "tests.faults.forking_server"]
    process = subprocess.Popen(
        [*command, str(settings.data_dir), str(hana.id)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    first = json.loads(process.stdout.readline())
    yield Server(process, first["port"], first["cookie"])
    process.kill()
    process.wait()


def test_fifty_kills_lose_no_acknowledged_rating(app: Flask, server: Server, hana: Person) -> None:
    with app.app_context():
        record = rounds.open_of(hana.id)
        assert record
        assert record.self_record
        writers = [Writer(server, record.self_record.id, skill_id) for skill_id in SKILLS]
        db.session.remove()
        db.engine.dispose()
    for life in range(LIVES):
        _live_and_die(server, writers, after=1 + life % SAVES_IN_A_LIFE)
        _check(app, hana, writers)
    assert all(writer.acknowledged for writer in writers)
    assert sum(len(writer.sent) for writer in writers) > LIVES * len(SKILLS)


def _live_and_die(server: Server, writers: list[Writer], after: int) -> None:
    """One life of the server: everybody writes, and in the middle of it it is killed."""
    number = server.next_life()
    saved = threading.Semaphore(0)

    def keep_saving(writer: Writer) -> None:
        while writer.save():
            saved.release()

    threads = [threading.Thread(target=keep_saving, args=(writer,)) for writer in writers]
    for thread in threads:
        thread.start()
    for _ in range(after * len(writers)):
        assert saved.acquire(timeout=20)
    os.kill(number, signal.SIGKILL)
    for thread in threads:
        thread.join()


def _check(app: Flask, hana: Person, writers: list[Writer]) -> None:
    """The last acknowledged text stands there, or one that was sent after it."""
    with app.app_context():
        record = rounds.open_of(hana.id)
        assert record
        assert record.self_record
        ratings = record.self_record.assessment.ratings
        for writer in (each for each in writers if each.acknowledged):
            kept = ratings[writer.skill_id].evidence
            assert writer.sent.index(kept) >= writer.sent.index(writer.acknowledged)
        driver = db.engine.raw_connection()
        assert driver.cursor().execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        driver.close()
        db.session.remove()
        db.engine.dispose()
