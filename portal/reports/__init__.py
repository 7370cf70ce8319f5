"""Area reports: what somebody takes along to a talk, on paper."""

from flask import Flask

from portal.reports.views import blueprint
from portal.web import pdf


def install(app: Flask) -> None:
    """Add the area to the application, and the renderers it needs."""
    pdf.install(app)
    app.register_blueprint(blueprint)
