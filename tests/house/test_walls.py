"""The walls hold: who may know whom, and who never sees a request or a clock."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.sources import ROOT, attributes, files, imports, name

LINTER = Path(sys.executable).with_name("lint-imports")
REQUEST = {"current_user", "g", "request", "session"}
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("time", "time")}
PURE = files(("assessments", "content"), "*.py")
BLIND = [
    path
    for path in files(("portal",), "*.py")
    if {"actions", "documents", "persistence"} & set(Path(name(path)).with_suffix("").parts)
    or name(path) == "portal/access/rules.py"
]


def sees_a_request(path: Path) -> bool:
    imported = {noun for module, noun in imports(path) if module.startswith("flask")}
    return bool(
        REQUEST & (imported | {noun for owner, noun in attributes(path) if owner == "flask"})
    )


def sees_a_clock(path: Path) -> bool:
    seen = {*imports(path), *attributes(path)}
    return bool(seen & CLOCK) or any("portal.clock" in f"{owner}.{noun}" for owner, noun in seen)


def test_every_wall_of_the_house_holds() -> None:
    """In a process of its own: the linter switches the loggers of its process off."""
    ended = subprocess.run(
        [LINTER, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_area_stands_behind_the_wall_between_areas() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = [layer for contract in contracts for layer in contract.get("layers", ())]
    walled = next(layer for layer in layers if " | " in layer)
    areas = {path.parent.name for path in files(("portal",), "views.py")}
    assert areas <= {area.strip("()") for area in walled.split(" | ")}


def test_rules_actions_documents_and_persistence_never_see_a_request() -> None:
    assert [name(path) for path in BLIND if sees_a_request(path)] == []


def test_who_acts_and_what_day_it_is_come_as_arguments() -> None:
    assert [name(path) for path in (*BLIND, *PURE) if sees_a_clock(path)] == []


def test_pure_packages_import_the_standard_library_and_each_other_alone() -> None:
    allowed = {*sys.stdlib_module_names, "assessments", "content", "numpy", "scipy"}
    imported = {module.partition(".")[0] for path in PURE for module, _ in imports(path)}
    assert imported <= allowed
