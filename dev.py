#!/usr/bin/env python3
"""Set up and run the portal with nothing but Python 3.11 or newer on the machine.

serve   set up what is missing, then the portal with its demo organisation
test    set up what is missing, then lint, types, walls and every test
bench   set up what is missing, then the benchmarks

Further words after test go to pytest, after bench to the benchmarks.
PORTAL_DATA_DIR says where the data live (./var); with PORTAL_DATABASE_URL no demo is loaded.
PORTAL_NO_APT=1 leaves the system's packages alone and only prints what to install.
"""

import argparse
import contextlib
import ctypes.util
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):
    sys.exit(f"The portal needs Python 3.11 or newer; this is Python {platform.python_version()}.")
if os.name == "nt":
    sys.exit("On Windows, run the portal in WSL.")

import fcntl
import tomllib

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.sha256"
TO_BUILD, TO_SERVE = ROOT / "requirements-build.lock", ROOT / "requirements.lock"
TO_TEST = ROOT / "requirements-dev.lock"
DATA = Path(os.environ.get("PORTAL_DATA_DIR") or ROOT / "var").resolve()
CHECKS = ("ruff check", "ruff format --check", "mypy", "lint-imports")
LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OFFICES = ("soffice", "libreoffice")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/Library/Fonts")


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Wait until no other dev.py of this checkout is at it."""
    with Path(__file__).open() as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Do what the command line asks; return the exit code of what ran."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="serve | test | bench")
    server = commands.add_parser("serve", allow_abbrev=False)
    server.add_argument("--host", default="127.0.0.1")
    server.add_argument("--port", default="8000")
    commands.add_parser("test", allow_abbrev=False)
    commands.add_parser("bench", allow_abbrev=False)
    asked, further = parser.parse_known_args()
    if asked.command == "serve":
        return server.error(f"unknown: {further}") if further else serve(asked.host, asked.port)
    return test(further) if asked.command == "test" else bench(further)


def serve(host: str, port: str) -> NoReturn:
    """Bring the database up to date, then become the portal."""
    set_up(TO_SERVE)
    portal = tool("portal")
    os.environ["PORTAL_DATA_DIR"] = str(DATA)
    if "PORTAL_DATABASE_URL" in os.environ:
        must(portal, "init")
    else:
        open_demo(portal)
    os.execv(portal, [portal, "serve", "--host", host, "--port", port])


@alone()
def open_demo(portal: str) -> None:
    """Fill a new database with the demo; one that was made otherwise never becomes a demo."""
    demo = DATA / "demo"
    if not (DATA / "portal.db").exists():
        DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
        demo.write_text("wanted")
    must(portal, "init")
    if demo.exists():
        os.environ.setdefault("PORTAL_DEMO", "1")
    if demo.exists() and demo.read_text() == "wanted":
        must(portal, "demo")
        demo.write_text("loaded")


def test(further: list[str]) -> int:
    """Run every check, then every test: pytest comes last, its summary is the last line."""
    if not set_up(TO_TEST, tests=True):
        return 1
    failed = [check for check in CHECKS if not passes(check)]
    if failed:
        print("FAILED before the tests:", ", ".join(failed), flush=True)
    return run(tool("pytest"), "-n", "2", *further) or bool(failed)


def bench(further: list[str]) -> int:
    """Run the benchmarks, which compare with Chromium too."""
    if not set_up(TO_TEST, tests=True):
        return 1
    return run(tool("python"), "-m", "benchmarks", *further)


def passes(check: str) -> bool:
    """Run one of CHECKS; print how it went and how long it took."""
    started = time.monotonic()
    name, *words = check.split()
    outcome = "FAILED" if run(tool(name), *words) else "ok"
    print(f"{check}: {outcome}, {time.monotonic() - started:.1f} s", flush=True)
    return outcome == "ok"


@alone()
def set_up(lock: Path, tests: bool = False) -> bool:
    """Provide what is missing; return whether there is all that ``lock`` is for.

    The portal also serves without PDF reports; tests and benchmarks need everything.
    """
    complete = provide_packages(tests)
    ready = STAMP.exists() and STAMP.read_text() in {digest(lock), digest(TO_TEST)}
    if not ready and (complete or lock == TO_SERVE):
        install(lock)
    return complete


def digest(lock: Path) -> str:
    """Name what an environment at this place holds once ``lock`` is installed."""
    content = str(ROOT).encode() + TO_BUILD.read_bytes() + lock.read_bytes()
    return hashlib.sha256(content).hexdigest()


def install(lock: Path) -> None:
    """Build .venv anew from ``lock``; the stamp comes last, so a killed run leaves no false one."""
    print(f"Installing the packages of {lock.name} ...", flush=True)
    bare = importlib.util.find_spec("ensurepip") is None
    must(sys.executable, "-m", "venv", "--clear", str(VENV), *["--without-pip"] * bare, apart=True)
    pip = [sys.executable, "-m", "pip", "--python", tool("python")]
    pip = [*(pip if bare else [tool("python"), "-m", "pip"]), "-qq", "install"]
    pip += ["--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    for locked in (TO_BUILD, lock):
        must(*pip, "--require-hashes", "--requirement", str(locked), apart=True)
    pip += ["--config-settings", "editable_mode=compat"]
    must(*pip, "--editable", str(ROOT), apart=True)
    STAMP.write_text(digest(lock))


def provide_packages(tests: bool) -> bool:
    """Install missing system packages where that is allowed, else print the command for it."""
    command, is_root = system()["install"], os.geteuid() == 0
    if missing(tests) and "apt" in command and is_root and "PORTAL_NO_APT" not in os.environ:
        print("Installing by apt:", *missing(tests), flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        run("apt-get", "update", "-qq", apart=True)
        run("apt-get", "install", "-y", "--no-install-recommends", *missing(tests), apart=True)
    lacking = missing(tests)
    if lacking:
        command = command.removeprefix("sudo ") if is_root else command
        needing = "tests" if tests else "PDF reports"
        print(f"Missing on this system; {needing} need it:\n   ", command, *lacking, flush=True)
    return not lacking


def missing(tests: bool) -> list[str]:
    """Name this system's packages for what cannot be found on it."""
    importlib.invalidate_caches()
    fonts = (Path(folder).expanduser().rglob(system()["font-file"]) for folder in FONTS)
    found = {
        "pip": any(map(importlib.util.find_spec, ("ensurepip", "pip"))),
        "libraries": all(map(loads, LIBRARIES)),
        "font": any(map(any, fonts)),
        "browser": not tests or any(map(shutil.which, BROWSERS)),
        "driver": not tests or loads("atomic"),
        "office": not tests or any(map(shutil.which, OFFICES)),
    }
    return [word for need, there in found.items() if not there for word in system()[need].split()]


def loads(library: str) -> bool:
    """Whether a shared library can be loaded, as those that stand on it will try to."""
    try:
        ctypes.CDLL(ctypes.util.find_library(library) or f"lib{library}.so.0")
    except OSError:
        return False
    return True


def system() -> dict[str, str]:
    """Read what this system calls what the portal needs; its nearest family has the last word."""
    release = {"ID": "macos"} if sys.platform == "darwin" else platform.freedesktop_os_release()
    families = ["other", *reversed(release.get("ID_LIKE", "").split()), release["ID"]]
    words = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["dev"]["system"]
    return {need: word for family in families for need, word in words.get(family, {}).items()}


def tool(name: str) -> str:
    """Find a command of the portal's own environment."""
    return str(VENV / "bin" / name)


def must(*command: str, apart: bool = False) -> None:
    """Run a command without which there is no going on."""
    if run(*command, apart=apart):
        sys.exit(f"Stopped at: {' '.join(command)}")


def run(*command: str, apart: bool = False) -> int:
    """Run a command to its end, or until this process is stopped: then it is stopped first.

    What runs ``apart`` is quiet and takes its own children with it.
    """
    out, group = (subprocess.DEVNULL, 0) if apart else (None, None)
    child = subprocess.Popen(command, cwd=ROOT, stdout=out, process_group=group)
    try:
        return child.wait()
    except KeyboardInterrupt:
        if not apart:
            child.wait()  # the terminal has told it too
        raise
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGTERM) if apart else child.terminate()
            child.wait()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
