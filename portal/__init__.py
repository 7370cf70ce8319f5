"""The portal: shows, asks and remembers."""

from importlib import import_module

from flask import Flask
from jinja2 import StrictUndefined

from portal import extensions
from portal.access import sessions
from portal.access.guard import check_doors
from portal.config import Settings, read_settings
from portal.web import (
    assets,
    errors,
    fields,
    filters,
    headers,
    incoming,
    language,
    measures,
    navigation,
    pdf,
    prose,
    writing,
)
from portal.web.settings import flask_settings

PARTS = (
    *(incoming, writing, sessions, headers, errors, fields),
    *(assets, filters, language, measures, navigation, prose, pdf),
)
AREAS = (
    "accounts",
    "home",
    "assess",
    "results",
    "train",
    "team",
    "hire",
    "reports",
    "maps",
    "admin",
)


def create_app(settings: Settings | None = None) -> Flask:
    """The application with every area and its doors checked.

    Raises BadSetting for unusable settings and ViewWithoutDoor for an unguarded view.
    """
    settings = settings or read_settings()
    app = Flask(__name__, template_folder="../templates", static_folder="../static")
    app.config.from_mapping(flask_settings(settings))
    app.jinja_env.undefined = StrictUndefined
    extensions.install(app, settings)
    for part in PARTS:
        part.install(app)
    for area in AREAS:
        import_module(f"portal.{area}").install(app)
    check_doors(app)
    return app
