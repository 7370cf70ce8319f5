"""Train: lessons to read, curricula for newcomers, and the plan that closes a gap."""

from flask import Flask

from portal.train import plan_views, views
from portal.train.blueprint import blueprint

PAGES = (views, plan_views)


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
