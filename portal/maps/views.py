"""Skill maps to read, and the finder that leads to one of them."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_viewer
from portal.access.rules import Permission, may
from portal.library import library
from portal.maps.document import document_of
from portal.maps.forms import finder_form, finding_of
from portal.maps.shelf import shelf
from portal.persistence import maps

blueprint = Blueprint("maps", __name__, url_prefix="/maps")


@blueprint.get("/")
@requires(Permission.READ_MAPS)
def index() -> ResponseReturnValue:
    return render_template("maps/index.html", shelf=shelf(), levels=library().levels)


@blueprint.get("/finder")
@requires(Permission.READ_MAPS)
def finder() -> ResponseReturnValue:
    questions = library().type_finder
    form = finder_form(questions, request.args)
    is_answered = bool(request.args) and form.validate()
    finding = finding_of(questions, form.data) if is_answered else None
    return render_template("maps/finder.html", form=form, finding=finding, types=library().types)


@blueprint.get("/<type_id>", endpoint="map")
@requires(Permission.READ_MAPS)
def one_map(type_id: str) -> ResponseReturnValue:
    published = {each.publication.type.id: each for each in maps.current()}.get(type_id)
    if published is None:
        abort(404)
    asked = document_of(published, request.args.get("band", ""), request.args.getlist("overlay"))
    return render_template(
        "maps/map.html",
        document=asked,
        levels=library().levels,
        can_hire=may(the_viewer(), Permission.READ_KITS) and type_id in library().types,
    )
