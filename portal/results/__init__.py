"""Results: where somebody stands, what is missing to the target, and how it grew."""

from flask import Flask

from portal.results.views import blueprint


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
