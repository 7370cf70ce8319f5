"""The team matrix, and its download."""

from http import HTTPStatus
from io import BytesIO
from math import ceil

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_limiter import RateLimitExceeded

from portal import clock
from portal.access.guard import requires, the_day, the_viewer
from portal.access.rules import Permission
from portal.extensions import limiter
from portal.team import actions
from portal.team.page import page_of
from portal.team.spreadsheets import csv_file, xlsx_file
from portal.team.tables import matrix_table, tables_of

MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

ONE_A_MINUTE = "1 per minute"

blueprint = Blueprint("team", __name__, url_prefix="/team")


@blueprint.get("/")
@requires(Permission.SEE_TEAM)
def matrix() -> ResponseReturnValue:
    return render_template("team/matrix.html", page=page_of(the_viewer(), the_day(), request.args))


@blueprint.post("/matrix.<any(csv, xlsx):kind>")
@requires(Permission.SEE_TEAM)
def export(kind: str) -> ResponseReturnValue:
    try:
        with limiter.limit(ONE_A_MINUTE, key_func=lambda: the_viewer().id.hex):
            return _download(kind)
    except RateLimitExceeded:
        words = gettext("One file a minute can be downloaded. The next one in %(seconds)s seconds.")
        flash(words % {"seconds": _seconds_left()}, "warning")
        here = request.query_string.decode("ascii", "replace")
        return redirect(f"{url_for('team.matrix')}?{here}".rstrip("?"), HTTPStatus.SEE_OTHER)


def _seconds_left() -> int:
    """Until the next file may be downloaded; at least 1."""
    limit = limiter.current_limit
    return max(1, ceil(limit.window.reset_time - clock.now().timestamp())) if limit else 60


def _download(kind: str) -> ResponseReturnValue:
    viewer, today = the_viewer(), the_day()
    sheet = page_of(viewer, today, request.args).sheet.unfolded
    content = csv_file(matrix_table(sheet)) if kind == "csv" else xlsx_file(tables_of(sheet))
    people = [each.person.id for each in sheet.shown]
    actions.record_export(people, kind, by=viewer.id, under=sheet.asked.scope, at=clock.now())
    name = f"team-skills-{today.isoformat()}.{kind}"
    return send_file(BytesIO(content), MIME[kind], as_attachment=True, download_name=name)
