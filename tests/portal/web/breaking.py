"""A page of the real application on which something goes wrong, of each kind."""

from collections.abc import Mapping

from flask import Flask, abort
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from wtforms import Form, HiddenField, PasswordField, StringField, TextAreaField

from assessments.ratings import AssessmentClosed
from portal.access.guard import public
from portal.persistence import database
from portal.web.errors import problem
from portal.web.fields import Picked, takes

SECRET = "/srv/portal/secret hunter2"


class NobodyThoughtOfThis(Exception):
    """A surprise."""


class NoteForm(Form):
    """What somebody may type on the page that breaks."""

    note = TextAreaField("Note")
    evidence = TextAreaField("Evidence")
    answer = Picked("Level")
    version = HiddenField()
    password = PasswordField("Password")
    old_password = StringField("Not marked as a password")
    new_password = StringField("Not marked as a password")


def add_to(app: Flask) -> None:
    """Give the application ``/breaks/<kind>``."""
    view = public(takes(NoteForm, each_skill=NoteForm)(_break))
    app.add_url_rule("/breaks/<kind>", "breaks", view, methods=["GET", "POST"])


def _break(kind: str) -> ResponseReturnValue:
    if kind == "surprise":
        raise NobodyThoughtOfThis(SECRET)
    if kind == "database":
        database.session().execute(text("SELECT hunter2 FROM nowhere"))
    if kind == "closed":
        raise AssessmentClosed
    if kind == "507":
        return problem(507)
    return abort(int(kind))


STATUS: Mapping[str, int] = {
    **{str(status): status for status in (400, 401, 403, 404, 409, 413, 418, 429, 500, 503, 507)},
    "closed": 409,
    "surprise": 500,
    "database": 500,
}
"""What each kind answers with."""
