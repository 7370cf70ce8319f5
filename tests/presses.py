"""Renderers as fixtures: started once for each worker."""

from collections.abc import Iterator

import pytest
from flask import Flask

from portal.web.pdf import Renderers


@pytest.fixture(scope="session")
def renderers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Renderers]:
    """One renderer for all tests of a worker."""
    pool = Renderers(1, tmp_path_factory.mktemp("renderers"))
    yield pool
    pool.close()


@pytest.fixture
def press(app: Flask, renderers: Renderers, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The application of a test, printing with the renderer of all tests."""
    monkeypatch.setitem(app.extensions, "renderers", renderers)
    return app


@pytest.fixture
def demo_press(demo_portal: Flask, renderers: Renderers, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The demo organisation's portal, open, with the same renderer."""
    monkeypatch.setitem(demo_portal.extensions, "renderers", renderers)
    return demo_portal
