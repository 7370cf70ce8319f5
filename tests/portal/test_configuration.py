"""The documented settings are the settings, and their defaults are the defaults."""

import ast
import re
from pathlib import Path

from portal.config import read_settings
from tests.house.sources import ROOT, files

VARIABLE = re.compile(r"PORTAL_[A-Z_]+")
ROW = re.compile(r"^\| `(PORTAL_[A-Z_]+)` \| (?:`([^`]*)` \|)?", re.MULTILINE)
TABLE = ROW.findall((ROOT / "docs" / "configuration.md").read_text("utf-8"))
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")


def constants(path: Path) -> set[str]:
    """Variables that a module names, with the file variants of those that may be secret."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and VARIABLE.fullmatch(str(node.value)):
            found.add(str(node.value))
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func) == "_secret"
            and len(node.args) > 1
        ):
            found.add(f"{ast.literal_eval(node.args[1])}_FILE")
    return found


def test_the_table_names_every_variable_that_is_read_and_no_other() -> None:
    read = set().union(*map(constants, [*files(("portal",), "*.py"), ROOT / "dev.py"]))
    assert sorted(name for name, _ in TABLE) == sorted(read)


def test_the_example_holds_every_variable() -> None:
    assert sorted(re.findall(r"^# (PORTAL_[A-Z_]+)=", EXAMPLE, re.MULTILINE)) == sorted(
        name for name, _ in TABLE
    )


def test_the_documented_defaults_are_the_defaults(tmp_path: Path) -> None:
    own = {"PORTAL_DATA_DIR": str(tmp_path)}
    documented = {name: value for name, value in TABLE if value and name not in own}
    assert len(documented) > 7
    assert read_settings(documented | own) == read_settings(own)
