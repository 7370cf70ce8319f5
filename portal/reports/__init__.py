"""Area reports: what somebody takes along to a talk, on paper."""

from flask import Flask

from portal.reports.views import blueprint


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
