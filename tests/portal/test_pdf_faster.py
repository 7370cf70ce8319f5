"""The faster ways through WeasyPrint lead to the same bytes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tinycss2  # type: ignore[import-untyped]  # ships no types
import weasyprint
from flask import Flask

from assessments.text import LANGUAGES, Language
from portal.hire.printing import Paper
from portal.web.pdf import Renderers
from portal.web.pdf.press import faster
from portal.web.pdf.renderer import STYLESHEET, Renderer
from tests.paper import a_page, page_about
from tests.portal.hire_papers import paper

pytest_plugins = ["tests.demo_portal", "tests.presses"]

COUNTING = re.compile("(?:nth|first|last|only)-.*|empty|has")
"""Pseudo-classes that depend on what stands beside an element or in it."""

PEOPLE = ("csm", "vasquez", "manager")
HIRING: Sequence[tuple[Paper, str, Language]] = (
    ("kit", "growth", "ja"),
    ("kit", "cs_ops", "en"),
    ("work_sample", "growth", "ja"),
    ("work_sample", "cs_ops", "en"),
)


@pytest.fixture
def plain(renderers: Renderers, tmp_path: Path) -> Iterator[Renderer]:
    """A renderer with WeasyPrint as it is."""
    renderer = Renderer(tmp_path, renderers.fonts, faster=False)
    yield renderer
    renderer.stop()


def test_the_faster_ways_are_made_for_the_weasyprint_that_is_installed() -> None:
    assert weasyprint.__version__ == faster.MADE_FOR


def test_every_report_has_the_same_bytes_with_and_without_them(
    demo_press: Flask, renderers: Renderers, plain: Renderer
) -> None:
    for name in PEOPLE:
        for kind in ("growth", "manager"):
            for language in LANGUAGES:
                page = page_about(f"{name}@demo.example", kind, language)
                assert renderers.print(page) == plain.print(page, 60), (name, kind, language)


def test_every_paper_of_hiring_has_the_same_bytes_with_and_without_them(
    app: Flask, renderers: Renderers, plain: Renderer
) -> None:
    with app.app_context():
        pages = [paper(*each) for each in HIRING]
    for page in pages:
        assert [renderers.print(page) for _ in range(2)] == [plain.print(page, 60)] * 2


def test_pages_of_another_make_have_the_same_bytes_too(
    renderers: Renderers, plain: Renderer
) -> None:
    body = (
        '<p id="one">語 <a href="#one">link</a></p><ul><li>a<ol><li>b</li></ol></li></ul>'
        '<p lang="en">A <em>longer</em> text that is broken into lines ' + "again " * 60 + "</p>"
        "<table><tr><td>x</td></tr></table>"
    )
    page = a_page(body)
    assert [renderers.print(page) for _ in range(2)] == [plain.print(page, 60)] * 2


def counting_selectors(stylesheet: str) -> list[str]:
    """Selectors, also within other rules, that look at what stands beside or in an element."""
    rules = tinycss2.parse_rule_list(stylesheet, skip_comments=True, skip_whitespace=True)
    found = []
    for rule in rules:
        if rule.type == "qualified-rule" and _counts(rule.prelude):
            found.append(tinycss2.serialize(rule.prelude))
        elif rule.type == "at-rule" and rule.lower_at_keyword != "page":
            found += counting_selectors(tinycss2.serialize(rule.content or ()))
    return found


def _counts(selector: Sequence[Any]) -> bool:
    if any(each.type == "literal" and each.value in {"+", "~"} for each in selector):
        return True
    if any(each.type == "function" and _counts(each.arguments) for each in selector):
        return True
    pseudos = [token for before, token in pairwise(selector) if before == ":"]
    return any(COUNTING.fullmatch(_name_of(token)) for token in pseudos)


def _name_of(token: Any) -> str:
    """Of a pseudo-class, with arguments or without."""
    name: str = getattr(token, "lower_name", "") or getattr(token, "lower_value", "")
    return name


def test_no_rule_of_the_stylesheet_counts_siblings() -> None:
    assert counting_selectors(STYLESHEET.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "selector",
    [
        "h2 + p, .x ",
        "h3 + ul li ",
        "h2+p>b",
        "h2~p",
        "p:is(h2 + p) ",
        "td:not(:first-child) ",
        "li:nth-child(2n + 1) b",
        "p:EMPTY",
        ".x:has(b)",
    ],
)
def test_a_rule_that_counts_siblings_is_seen_however_it_is_written(selector: str) -> None:
    plain = "h1 > .first-line, li::marker { margin: 0 } "
    assert counting_selectors(f"{plain}{selector}{{ margin: 0 }}") == [selector]
    assert counting_selectors(f"@media print {{ {selector}{{ margin: 0 }} }}") == [selector]


def test_the_stylesheet_keeps_to_what_is_laid_out_fast() -> None:
    rules = re.sub(r"/\*.*?\*/", "", STYLESHEET.read_text("utf-8"), flags=re.DOTALL)
    assert rules.count("{") < 150
    assert re.findall(r"\b(?:flex|grid|url)\b", rules) == []
