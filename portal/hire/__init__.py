"""Hire: what a panel asks, how it decides, and what is advertised."""

from flask import Flask

from portal.hire.columns import column_shares, figure_columns
from portal.hire.figures import steps, thousands
from portal.hire.rule_words import clauses
from portal.hire.views import blueprint


def install(app: Flask) -> None:
    """Add the area to the application, and give templates its filters."""
    for each in (clauses, column_shares, figure_columns, steps, thousands):
        app.add_template_filter(each, each.__name__)
    app.register_blueprint(blueprint)
