"""Assess: rate oneself, rate a member, compare the two and agree on levels."""

from flask import Flask

from portal.assess import agree_views, views, write_views
from portal.assess.pages import chosen, next_place, words_of


def install(app: Flask) -> None:
    """Add the area to the application."""
    app.add_template_filter(words_of, "in_words")
    app.add_template_filter(chosen)
    app.add_template_filter(next_place)
    for part in (views, write_views, agree_views):
        app.register_blueprint(part.blueprint)
