"""Reports to take away: the person's own and the manager's, as PDF files."""

from http import HTTPStatus

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.access.guard import requires, the_day, the_viewer
from portal.access.people import Member
from portal.access.rules import Permission
from portal.access.standing import side_of, standing_of
from portal.reports.names import file_name
from portal.reports.printing import Kind, Order, page_of
from portal.web.differences import head_for
from portal.web.language import paper_language
from portal.web.pdf.answers import printed_file

blueprint = Blueprint("reports", __name__, url_prefix="/reports")


@blueprint.get("/people/<uuid:person_id>/growth.pdf")
@requires(Permission.READ_GROWTH_REPORT)
def growth(member: Member) -> ResponseReturnValue:
    return _report(member, "growth")


@blueprint.get("/people/<uuid:person_id>/manager.pdf")
@requires(Permission.READ_MANAGER_REPORT)
def manager(member: Member) -> ResponseReturnValue:
    return _report(member, "manager")


def _report(member: Member, kind: Kind) -> ResponseReturnValue:
    viewer = the_viewer()
    standing = standing_of(member.id, side_of(viewer, member))
    if standing is None:
        return render_template("reports/none.html", member=member), HTTPStatus.CONFLICT
    order = Order(
        kind, member.person, paper_language(), the_day(), viewer.name, head_for(viewer, member)
    )
    return printed_file(page_of(order, standing), file_name(order))
