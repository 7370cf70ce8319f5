"""Starting the application in a new process, against a bare Flask application."""

import subprocess
import sys
import tempfile

from benchmarks.figures import Figure, compare, in_turn

OURS = "import portal; portal.create_app()"
BARE = "import flask; flask.Flask('bare')"


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PORTAL_DATA_DIR": folder, "PYTHONPATH": "."}
        seconds = in_turn(
            {
                "ours": lambda _: _start(OURS, environment),
                "bare": lambda _: _start(BARE, environment),
            },
            rounds=11,
            warm_up=2,
        )
    return [compare("cold start / bare Flask application", *seconds.values(), aim=6.0)]


def _start(code: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
