"""PDFs: pages of HTML handed to renderers that run outside the web process.

WeasyPrint is never imported here; a portal without Pango starts and only lacks its reports.
"""

from flask import Flask, current_app

from portal.config import Settings
from portal.web.pdf.failures import NoPdf
from portal.web.pdf.health import health
from portal.web.pdf.renderers import Renderers

__all__ = ["NoPdf", "Renderers", "health", "install", "render", "renderers"]


def install(app: Flask) -> None:
    """Give the application its renderers; none is started yet."""
    settings: Settings = app.config["PORTAL"]
    app.extensions["renderers"] = Renderers(settings.renderers, settings.data_dir)


def renderers() -> Renderers:
    """The renderers of the application at work."""
    found: Renderers = current_app.extensions["renderers"]
    return found


def render(page: str) -> bytes:
    """A page of well-formed HTML as a tagged PDF; the same bytes for the same page.

    Raises RendererMissing, RenderersBusy and other kinds of NoPdf.
    """
    return renderers().print(page)
