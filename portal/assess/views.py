"""Where one's assessments stand, and starting them."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assessments.ratings import Relation
from assessments.refusals import Refusal
from portal import clock
from portal.access.guard import requires, the_day, the_viewer
from portal.access.people import Member, Viewer
from portal.access.rules import Permission
from portal.access.waiting import members_of, own_rounds
from portal.assess.actions import rating as actions
from portal.persistence.people import Person
from portal.web.language import tr

blueprint = Blueprint("assess", __name__, url_prefix="/assess")


@blueprint.get("/")
@requires(Permission.SEE_ASSESSMENTS)
def overview() -> ResponseReturnValue:
    viewer = the_viewer()
    mine = own_rounds(viewer)
    return render_template(
        "assess/overview.html",
        mine=mine,
        fresh=mine.fresh(viewer.now) if mine else None,
        members=members_of(viewer, the_day()),
    )


@blueprint.post("/self")
@requires(Permission.START_SELF_ASSESSMENT)
def start_self() -> ResponseReturnValue:
    viewer = the_viewer()
    return _start(viewer, viewer.person, Relation.SELF)


@blueprint.post("/people/<uuid:person_id>")
@requires(Permission.START_MANAGER_ASSESSMENT)
def start_member(member: Member) -> ResponseReturnValue:
    return _start(the_viewer(), member.person, Relation.MANAGER)


def _start(viewer: Viewer, subject: Person, relation: Relation) -> ResponseReturnValue:
    try:
        started = actions.start(subject, viewer.person, relation, now=clock.now(), on=the_day())
    except Refusal as refusal:
        flash(tr(refusal.message), "error")
        return redirect(url_for("assess.overview"))
    return redirect(url_for("rating.review", assessment_id=started))
