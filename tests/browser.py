"""A real Chromium and a portal it can open, as fixtures."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from waitress.server import create_server

from portal import create_app
from portal.config import read_settings
from portal.persistence.database import db

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True, slots=True)
class LivePortal:
    """A portal that listens, and the application behind it."""

    url: str
    app: Flask


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium; as root it has no sandbox to start in."""
    found = [path for name in CHROMIUMS if (path := shutil.which(name))]
    assert found, "Chromium is missing: python3 dev.py test installs it or says how"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": found[0], "args": [*QUIET, *sandbox]}


@pytest.fixture
def live_portal(demo_app: Flask, tmp_path: Path) -> Iterator[LivePortal]:
    """The demo organisation on a port of its own; what happens in it stays in it."""
    with demo_app.app_context():
        source = Path(str(db.engine.url.database))
        driver = db.engine.raw_connection()
        driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        driver.close()
    shutil.copy(source, tmp_path / "portal.db")
    yield from _listen(tmp_path)


def _listen(folder: Path) -> Iterator[LivePortal]:
    settings = read_settings({"PORTAL_DATA_DIR": str(folder), "PORTAL_DEMO": "1"})
    app = create_app(replace(settings, mail_url="locmem://"))
    listening = socket.create_server(("127.0.0.1", 0))
    server = create_server(app, sockets=[listening], threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield LivePortal(f"http://127.0.0.1:{listening.getsockname()[1]}", app)
    server.close()
    thread.join(timeout=10)
    with app.app_context():
        db.engine.dispose()
