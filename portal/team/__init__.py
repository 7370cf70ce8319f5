"""Team: what the people under a manager can do, side by side."""

from flask import Flask

from portal.team.views import blueprint


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
