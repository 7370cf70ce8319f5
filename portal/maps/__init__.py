"""Maps: what each type of CSM work asks for, and which type a job is."""

from flask import Flask

from portal.maps.views import blueprint


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
