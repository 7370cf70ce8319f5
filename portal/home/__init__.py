"""My home: what waits for me, where I stand, and my next three steps."""

from flask import Flask

from portal.home.views import blueprint


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
