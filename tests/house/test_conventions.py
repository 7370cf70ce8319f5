"""Conventions that nobody has to remember: size and names of files, strict pages, clean words."""

import re
from pathlib import Path

from tests.house.sources import CODE, PRODUCT, ROOT, files, name

PYTHON = [*files(CODE, "*.py"), ROOT / "dev.py"]
TEMPLATES = files(("templates",), "*.html")
STYLES = files(("static",), "*.css")
WORDS = [*ROOT.glob("*.md"), *files(("docs",), "*.md"), *files((".ci",), "*"), *PYTHON]

SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "managers"} | {
    *("service", "services", "util", "utils")
}
INLINE = re.compile(r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']|javascript:")
SCRIPT = re.compile(r"<script\b(?![^>]*(?:\bsrc=|\bnonce=|/json\"))")
ELSEWHERE = re.compile(r"(?:url\(|src=|@import)\s*[\"']?(?:https?:)?//")
ONE_MACHINE = re.compile(r"(?<!\w)/(?:root|work|Users)/")


def containing(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [name(path) for path in paths if pattern.search(path.read_text("utf-8"))]


def test_a_file_of_code_fits_a_few_screens() -> None:
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in PYTHON}
    assert {path for path, lines in lengths.items() if lines > 300} == set()


def test_no_module_is_named_after_nothing() -> None:
    modules = [path.relative_to(ROOT) for path in files(PRODUCT, "*.py")]
    assert [path for path in modules if SAYS_NOTHING & {path.stem, *path.parent.parts}] == []


def test_no_template_styles_or_scripts_inline() -> None:
    assert containing(INLINE, TEMPLATES) == []
    assert containing(SCRIPT, TEMPLATES) == []


def test_no_page_loads_anything_from_elsewhere() -> None:
    assert containing(ELSEWHERE, [*TEMPLATES, *STYLES]) == []


def test_nothing_written_names_a_place_on_one_machine() -> None:
    assert containing(ONE_MACHINE, WORDS) == []
