"""Every template compiles, and some page or other template uses it."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import StrictUndefined

CHECKOUT = Path(__file__).parent.parent.parent
TEMPLATES = CHECKOUT / "templates"
NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*"))


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles_and_refuses_unknown_names(app: Flask, name: str) -> None:
    assert app.jinja_env.undefined is StrictUndefined
    app.jinja_env.get_template(name)


def test_every_template_is_used() -> None:
    sources = [*TEMPLATES.rglob("*.*"), *(CHECKOUT / "portal").rglob("*.py")]
    quoted = {
        name
        for source in sources
        for name in re.findall(r"""["']([\w/.-]+\.(?:html|txt))["']""", source.read_text("utf-8"))
    }
    assert [name for name in NAMES if name not in quoted] == []
