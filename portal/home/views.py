"""One glance: where do I stand, and what do I do next?"""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_day, the_viewer
from portal.access.rules import Permission
from portal.home.pages import home_of

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@requires(Permission.SEE_HOME)
def show() -> ResponseReturnValue:
    return render_template("home/show.html", home=home_of(the_viewer(), the_day()))
