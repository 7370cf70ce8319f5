"""The list of people."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_day
from portal.access.rules import Permission
from portal.admin.blueprint import blueprint
from portal.admin.listing import listing_of


@blueprint.get("/people")
@requires(Permission.ADMINISTER)
def people() -> ResponseReturnValue:
    page = request.args.get("page", 1, type=int)
    listing = listing_of(request.args.get("words", ""), page, the_day())
    return render_template("admin/people.html", listing=listing)
