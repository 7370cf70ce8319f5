"""The result of one person, and what stands behind each level."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_viewer
from portal.access.people import Member
from portal.access.rules import Permission, may
from portal.access.standing import side_of, standing_of
from portal.library import training
from portal.results.pages import history_of, page_of

blueprint = Blueprint("results", __name__, url_prefix="/results")


@blueprint.get("/")
@requires(Permission.READ_OWN_RESULT)
def mine() -> ResponseReturnValue:
    return _page(Member(the_viewer().person, ()))


@blueprint.get("/people/<uuid:person_id>")
@requires(Permission.READ_RESULT)
def person(member: Member) -> ResponseReturnValue:
    return _page(member)


@blueprint.get("/people/<uuid:person_id>/skills/<skill_id>")
@requires(Permission.READ_RESULT)
def skill(member: Member, skill_id: str) -> ResponseReturnValue:
    standing = standing_of(member.id, side_of(the_viewer(), member))
    if standing is None:
        return redirect(url_for("results.person", person_id=member.id))
    line = standing.current.result.of(skill_id) or abort(404)
    return render_template(
        "results/skill.html",
        member=member,
        line=line,
        history=history_of(standing, skill_id),
        lessons=training().next_lessons(skill_id, line.level),
        is_own=member.id == the_viewer().id,
    )


def _page(member: Member) -> ResponseReturnValue:
    viewer = the_viewer()
    standing = standing_of(member.id, side_of(viewer, member))
    return render_template(
        "results/person.html",
        member=member,
        page=page_of(standing) if standing else None,
        is_own=member.id == viewer.id,
        can_report=may(viewer, Permission.READ_MANAGER_REPORT, member),
    )
