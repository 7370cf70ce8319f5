"""A portal that is born again each time it is killed: imported once, forked for every life.

Prints one line of JSON with port and session cookie, then the process number of each life.
"""

import json
import os
import socket
import sys
from pathlib import Path
from uuid import UUID

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from waitress import serve

from portal import clock, create_app
from portal.config import read_settings
from portal.persistence import accounts
from portal.persistence.database import db


def main(data_dir: str, person_id: str) -> None:
    """Serve the installation in this folder until the parent goes away."""
    app = create_app(read_settings({"PORTAL_DATA_DIR": data_dir}))
    app.config["WTF_CSRF_ENABLED"] = False
    port = _free_port()
    _say(json.dumps({"port": port, "cookie": _cookie(app, person_id)}))
    while sys.stdin.readline():
        life = os.fork()
        if life == 0:
            _live(app, port)
        os.waitpid(life, 0)


def _live(app: Flask, port: int) -> None:
    """Listen on a socket of its own, so that a killed server refuses at once."""
    listening = socket.create_server(("127.0.0.1", port))
    _say(str(os.getpid()))
    serve(app, sockets=[listening], threads=4, _quiet=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _cookie(app: Flask, person_id: str) -> str:
    with app.app_context():
        account = accounts.find(UUID(person_id))
        assert account
        db.engine.dispose()
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer
    now = clock.now().isoformat()
    held = {"_user_id": account.uniquifier, "_fresh": True, "began": now, "seen": now}
    return str(serializer.dumps(held))


if __name__ == "__main__":
    main(str(Path(sys.argv[1])), sys.argv[2])
