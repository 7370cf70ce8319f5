"""Accounts: signing in and out, passwords, and how the portal speaks and looks to somebody."""

from flask import Flask

from portal.accounts import password_views, settings_views, views


def install(app: Flask) -> None:
    """Add the area to the application: one blueprint with the views of every part."""
    (blueprint,) = {part.blueprint for part in (views, password_views, settings_views)}
    app.register_blueprint(blueprint)
