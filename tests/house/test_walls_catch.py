"""Each wall turns red when something climbs over it: violations are planted in a copy."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT, files, name

LINTER = Path(sys.executable).with_name("lint-imports")
PLANTED = {
    "assessments/planted.py": "import portal.planted",
    "assessments/content_planted.py": "import content.planted",
    "assessments/flask_planted.py": "import flask",
    "assessments/numpy_planted.py": "import numpy",
    "content/planted.py": "import portal.planted",
    "content/flask_planted.py": "import flask",
    "portal/home/planted.py": "import portal.team.planted",
    "portal/web/planted.py": "import portal.home.planted",
    "portal/team/database_planted.py": "import sqlalchemy",
    "portal/persistence/planted.py": "from flask import request",
    "portal/planted/actions.py": "from flask_login import current_user",
    "portal/planted/documents.py": "from flask import g",
}
EMPTY = ("portal/planted.py", "portal/planted/__init__.py", "portal/team/planted.py")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for path in files(("assessments", "content", "portal"), "*.py"):
        (copy / name(path)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy / name(path))
    for planted, line in (PLANTED | dict.fromkeys(EMPTY, "")).items():
        (copy / planted).parent.mkdir(exist_ok=True)
        (copy / planted).write_text(line + "\n")
    ended = subprocess.run(
        [LINTER, "--no-cache", "--no-logo"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1, ended.stdout + ended.stderr
    return " ".join(ended.stdout.split())


@pytest.mark.parametrize("planted", PLANTED)
def test_an_import_over_a_wall_is_reported(planted: str, report: str) -> None:
    importer = planted.removesuffix(".py").replace("/", ".")
    _, imported, *_ = PLANTED[planted].split()
    assert f"- {importer} -> {imported} (l.1)" in report


def test_every_wall_has_been_climbed(report: str) -> None:
    assert "Contracts: 0 kept, 6 broken." in report
