"""The learning plan of one person, out of the result that counts."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_viewer
from portal.access.people import Member
from portal.access.rules import Permission
from portal.access.standing import side_of, standing_of
from portal.train.blueprint import blueprint
from portal.train.plans import HOURS, plan_page


@blueprint.get("/plan")
@requires(Permission.READ_OWN_RESULT)
def my_plan() -> ResponseReturnValue:
    return _plan(Member(the_viewer().person, ()))


@blueprint.get("/people/<uuid:person_id>/plan")
@requires(Permission.READ_RESULT)
def plan(member: Member) -> ResponseReturnValue:
    return _plan(member)


def _plan(member: Member) -> ResponseReturnValue:
    standing = standing_of(member.id, side_of(the_viewer(), member))
    hours = request.args.get("hours", type=int)
    page = plan_page(standing.current.result, hours) if standing else None
    is_own = member.id == the_viewer().id
    return render_template(
        "train/plan.html", member=member, page=page, choices=HOURS, is_own=is_own
    )
