"""``portal report``: the same reports on the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from tests import builders
from tests.paper import text_of

PORTAL = Path(sys.executable).with_name("portal")


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Path:
    """The data of an installation with one rated person."""
    boss = builders.a_manager(app)
    hana = builders.a_person(app, manager=boss)
    builders.a_round(app, hana, by_self=3, rater=boss, by_manager=2)
    return tmp_path


def portal(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    own = {"PORTAL_DATA_DIR": str(folder), "PORTAL_LANG": "en"}
    return subprocess.run(
        [PORTAL, "report", *words],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("reader", "language", "title"),
    [("csm", "ja", "成長レポート"), ("manager", "en", "Manager report")],
)
def test_it_saves_a_report_for_either_reader(
    reader: str, language: str, title: str, folder: Path
) -> None:
    out = folder / "report.pdf"
    words = ("--for", reader, "--lang", language, "--out", str(out))
    ended = portal(folder, "hana.sato@example.com", *words)
    assert ended.returncode == 0, ended.stderr
    assert title in text_of(out.read_bytes())


def test_somebody_without_a_result_is_not_found(folder: Path) -> None:
    ended = portal(folder, "nobody@example.com", "--out", str(folder / "report.pdf"))
    assert ended.returncode == 3
    assert "no result of nobody@example.com" in ended.stderr


def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    ended = portal(folder, "hana.sato@example.com", "--out", str(folder / "none" / "report.pdf"))
    assert ended.returncode == 4
    assert "none/report.pdf" in ended.stderr
