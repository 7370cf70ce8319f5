"""Area admin."""

from flask import Flask

from portal.admin import audit_views, import_views, person_views, template_views, views
from portal.admin.blueprint import blueprint

PAGES = (views, person_views, import_views, template_views, audit_views)


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.register_blueprint(blueprint)
