"""Static files under names that change with their content, so that browsers keep them."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, url_for

STATIC = Path(__file__).parent.parent.parent / "static"


def install(app: Flask) -> None:
    """Give templates ``asset('css/base.css')``."""
    app.add_template_global(asset)


def asset(path: str) -> str:
    """The address of a static file with its fingerprint."""
    return url_for("static", filename=path, v=_fingerprint(path))


@cache
def _fingerprint(path: str) -> str:
    return sha256((STATIC / path).read_bytes()).hexdigest()[:8]
