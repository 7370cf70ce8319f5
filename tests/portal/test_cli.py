"""The command as a person or a script runs it: two languages, exit codes, one effect."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import click
import pytest
from flask import Flask

from portal.cli.commands import portal
from portal.cli.language import terminal_language
from portal.cli.wording import explained
from portal.persistence import people, roles
from portal.persistence.roles import Role
from tests import audit_log, builders
from tests.house.sources import ROOT
from tests.portal.sheets import PEOPLE_HEADS, RATING_HEADS, csv_of
from tests.portal.terminal import installation, typed

COMMANDS = (
    *("init", "demo", "serve", "doctor", "backup", "restore"),
    *("people", "ratings", "result", "report"),
)
HELP_JA, HELP_EN = ("使い方: ", "コマンド:", "終了コード"), ("Usage: ", "Commands:", "Exit codes")


def run(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "portal.cli", *words]
    inherited = {"PATH": os.environ["PATH"], "PORTAL_DATA_DIR": str(folder)}
    return subprocess.run(
        command, cwd=ROOT, env=inherited | environment, capture_output=True, text=True, check=False
    )


def a_file(folder: Path, *rows: tuple[str, ...], heads: tuple[str, ...] = PEOPLE_HEADS) -> Path:
    path = folder / "sheet.csv"
    path.write_bytes(csv_of(heads, *rows))
    return path


@pytest.fixture
def there(tmp_path: Path, app: Flask) -> Mapping[str, str]:
    """The environment of the installation that ``app`` looks at."""
    return installation(tmp_path)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"PORTAL_LANG": "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "C"}, "ja"),
        ({"PORTAL_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_terminal_says_which_language_it_speaks(
    environment: dict[str, str], language: str
) -> None:
    assert terminal_language(environment) == language


@pytest.mark.parametrize(("language", "words"), [("ja", HELP_JA), ("en", HELP_EN)])
def test_help_names_every_command_in_the_language_of_the_terminal(
    tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    said = run("--help", folder=tmp_path, PORTAL_LANG=language).stdout
    assert all(word in said for word in words)
    assert all(re.search(rf"^  {command} ", said, re.MULTILINE) for command in COMMANDS)


def test_wrong_words_end_with_2_and_leave_the_output_empty(tmp_path: Path) -> None:
    ended = run("nope", folder=tmp_path, PORTAL_LANG="ja")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "「nope」というコマンドはありません。" in ended.stderr


@pytest.mark.parametrize(
    ("words", "japanese"),
    [
        ("nope", "「nope」というコマンドはありません。"),
        ("serve --nope", "「--nope」というオプションはありません。"),
        ("result", "'EMAIL' を指定してください。"),
        ("serve --port 99999", "1〜65535の整数で指定してください。"),
        ("people import /nope.csv", "ファイルを開けません。"),
        ("report a@b.example --lang fr --out x", "ja、enのいずれかで指定してください。"),
    ],
)
def test_wrong_words_are_explained_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, words: str, japanese: str
) -> None:
    with pytest.raises(click.UsageError) as caught:
        portal.main(words.split(), standalone_mode=False)
    monkeypatch.setenv("PORTAL_LANG", "ja")
    assert japanese in explained(caught.value)
    monkeypatch.setenv("PORTAL_LANG", "en")
    assert explained(caught.value).isascii()


@pytest.mark.parametrize(("language", "words"), [("ja", "のような名前"), ("en", "a name such as")])
def test_a_setting_that_cannot_be_used_ends_with_4_and_its_name(
    tmp_path: Path, language: str, words: str
) -> None:
    wrong = installation(tmp_path, PORTAL_TIMEZONE="Moon", PORTAL_LANG=language)
    ended = typed(wrong, "init")
    assert ended.exit_code == 4
    assert "PORTAL_TIMEZONE" in ended.stderr
    assert words in ended.stderr


def test_nothing_works_before_init_and_the_message_says_so(tmp_path: Path) -> None:
    for words in (("people", "list"), ("serve",), ("result", "a@b.example")):
        ended = typed(installation(tmp_path), *words)
        assert ended.exit_code == 4
        assert "portal init" in ended.stderr


def test_init_makes_a_database_that_nobody_else_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    ended = typed(installation(folder), "init")
    assert ended.exit_code == 0
    assert "published: 8" in ended.stdout
    assert (folder / "portal.db").stat().st_mode & 0o077 == 0
    assert "published: 0" in typed(installation(folder), "init").stdout


def test_init_closes_a_database_that_others_could_read(tmp_path: Path) -> None:
    typed(installation(tmp_path), "init")
    (tmp_path / "portal.db").chmod(0o644)
    typed(installation(tmp_path), "init")
    assert (tmp_path / "portal.db").stat().st_mode & 0o077 == 0


def test_init_adds_the_first_administrator_once(there: Mapping[str, str], app: Flask) -> None:
    first = typed(there, "init", "--admin-email", "Aya@Example.com", "--admin-name", "Aya")
    assert first.exit_code == 0
    assert "/accounts/reset-password/" in first.stdout
    again = typed(there, "init", "--admin-email", "aya@example.com")
    assert (again.exit_code, "already" in again.stdout) == (0, True)
    other = typed(there, "init", "--admin-email", "ben@example.com")
    assert other.exit_code == 1
    with app.app_context():
        aya = people.find_by_email("aya@example.com")
        assert aya
        assert aya.name == "Aya"
        assert roles.roles_of(aya.id, builders.MORNING.date().replace(year=2100)) == {Role.ADMIN}
        assert people.count() == 1


def test_init_refuses_what_is_no_address(there: Mapping[str, str]) -> None:
    assert typed(there, "init", "--admin-email", "aya").exit_code == 1


def test_people_are_listed_for_reading_and_for_scripts(
    there: Mapping[str, str], app: Flask
) -> None:
    boss = builders.a_manager(app)
    builders.a_person(app, "Hana Sato", manager=boss)
    assert "hana.sato@example.com" in typed(there, "people", "list").stdout
    listed = json.loads(typed(there, "people", "list", "--json").stdout)
    assert listed[0] == {
        "email": "hana.sato@example.com",
        "name": "Hana Sato",
        "team": None,
        "manager": boss.email,
        "type": "onboarding",
        "band": "standard",
        "roles": ["csm"],
        "start_date": "2020-04-01",
        "left_on": None,
    }


def test_people_are_imported_after_a_dry_run(
    there: Mapping[str, str], tmp_path: Path, app: Flask
) -> None:
    file = a_file(tmp_path, ("髙橋 花子", "hana@example.com", "東日本"))
    dry = typed(there, "people", "import", file, "--dry-run")
    assert (dry.exit_code, "1 new, 0 changed" in dry.stdout) == (0, True)
    with app.app_context():
        assert people.count() == 0
    assert "1 new, 0 changed" in typed(there, "people", "import", file).stdout
    assert "0 new, 0 changed, 1 unchanged" in typed(there, "people", "import", file).stdout
    with app.app_context():
        assert audit_log.latest(limit=5)[1].actor_id is None


def test_errors_come_with_their_rows_and_end_with_1(
    there: Mapping[str, str], tmp_path: Path
) -> None:
    file = a_file(tmp_path, *[("", f"p{n}@example.com") for n in range(25)])
    ended = typed(there, "people", "import", file)
    assert ended.exit_code == 1
    assert ended.stderr.count("Row ") == 20
    assert "25 errors in all" in ended.stderr
    assert "Nothing was imported" in ended.stderr


def test_an_unreadable_file_ends_with_1_and_why(there: Mapping[str, str], tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"PK\x03\x04nothing")
    ended = typed(there, "people", "import", file)
    assert (ended.exit_code, "damaged" in ended.stderr) == (1, True)


def test_ratings_are_imported_after_a_dry_run(
    there: Mapping[str, str], tmp_path: Path, app: Flask
) -> None:
    hana = builders.a_person(app)
    row = (hana.email, "rel_trust", "self", "3", "2025-10-01")
    file = a_file(tmp_path, row, heads=RATING_HEADS)
    assert "1 new" in typed(there, "ratings", "import", file, "--dry-run").stdout
    assert "1 new" in typed(there, "ratings", "import", file).stdout
    changed = a_file(tmp_path, (*row[:3], "4", row[4]), heads=RATING_HEADS)
    assert "3 → 4" in typed(there, "ratings", "import", changed).stdout
    assert "0 new, 0 changed, 1 unchanged" in typed(there, "ratings", "import", changed).stdout


def test_serving_beyond_this_machine_takes_a_secret_of_ones_own(there: Mapping[str, str]) -> None:
    ended = typed(there, "serve", "--host", "0.0.0.0")  # noqa: S104 (it is refused)
    assert (ended.exit_code, "PORTAL_SECRET_KEY" in ended.stderr) == (1, True)


def test_a_port_in_use_ends_with_4(there: Mapping[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = typed(there, "serve", "--port", taken.getsockname()[1])
    assert (ended.exit_code, "Cannot listen" in ended.stderr) == (4, True)


def test_a_server_that_can_make_no_pdf_serves_all_the_same(
    there: Mapping[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It comes as far as the port, which is in use."""
    (tmp_path / "fonts.conf").mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = typed(there, "serve", "--port", taken.getsockname()[1])
    assert (ended.exit_code, "Cannot listen" in ended.stderr) == (4, True)
    assert "no PDF can be made, see portal doctor" in caplog.text
    assert "fonts.conf" in caplog.text


def test_the_server_says_where_it_is_and_ends_when_it_is_told_to(
    tmp_path: Path, app: Flask
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "portal.cli", "serve", "--port", str(port)]
    environment = dict(installation(tmp_path)) | {
        "PATH": os.environ["PATH"],
        "PYTHONUNBUFFERED": "1",
    }
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        assert f"http://127.0.0.1:{port}" in server.stdout.readline()
        assert answer_of(f"http://127.0.0.1:{port}/accounts/sign-in") == 200
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0


def answer_of(url: str) -> int:
    """The status of a page; the server may need a moment to listen."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310 (our own server)
                return int(answer.status)
        except OSError:
            time.sleep(0.1)
    return 0
