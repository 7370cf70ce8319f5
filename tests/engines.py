"""The real engines as fixtures: ``postgres_url``, an empty PostgreSQL database for each worker.

The run's own process keeps a pipe open for as long as it lives; the server, which the first
worker in need starts, waits at its other end. Not even a killed run leaves a server behind.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres

HOME = "PORTAL_TEST_POSTGRES_HOME"
PIPE = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder of the run's server and open the pipe, once for all workers."""
    if hasattr(config, "workerinput"):
        return
    home = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    os.environ[HOME] = str(home)
    os.mkfifo(home / "run")
    config.stash[PIPE] = os.open(home / "run", os.O_RDWR)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the pipe, which stops the server; where none was started, remove the folder."""
    if PIPE not in config.stash:
        return
    os.close(config.stash[PIPE])
    if not (Path(os.environ[HOME]) / "data").exists():
        shutil.rmtree(os.environ[HOME])


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Lend a fresh, empty PostgreSQL database; a server that does not start is an error."""
    base = postgres.base_url(Path(os.environ[HOME]))
    url = postgres.create_database(base)
    yield url
    postgres.drop_database(base, url)
