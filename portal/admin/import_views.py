"""Importing in the browser: choose a file, look at what would change, confirm."""

import logging
from http import HTTPStatus
from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal import clock
from portal.access.guard import requires, the_day, the_viewer
from portal.access.rules import Permission
from portal.admin.blueprint import blueprint
from portal.admin.import_kinds import PEOPLE, RATINGS, ImportKind
from portal.admin.plans import ImportPlan, PlanChanged
from portal.admin.uploads import Uploads
from portal.persistence import database
from portal.web.errors import problem
from portal.web.fields import takes
from portal.web.language import tr
from portal.web.spreadsheets import UnreadableSheet, read_sheet
from portal.web.spreadsheets.refusals import EmptySheet

log = logging.getLogger(__name__)


@blueprint.route("/import/people", methods=["GET", "POST"])
@requires(Permission.ADMINISTER)
@takes("file")
def import_people() -> ResponseReturnValue:
    return _choose(PEOPLE)


@blueprint.route("/import/people/<uuid:upload_id>", methods=["GET", "POST"])
@requires(Permission.ADMINISTER)
@takes("digest")
def check_people(upload_id: UUID) -> ResponseReturnValue:
    return _check(PEOPLE, upload_id)


@blueprint.route("/import/ratings", methods=["GET", "POST"])
@requires(Permission.ADMINISTER)
@takes("file")
def import_ratings() -> ResponseReturnValue:
    return _choose(RATINGS)


@blueprint.route("/import/ratings/<uuid:upload_id>", methods=["GET", "POST"])
@requires(Permission.ADMINISTER)
@takes("digest")
def check_ratings(upload_id: UUID) -> ResponseReturnValue:
    return _check(RATINGS, upload_id)


def _choose(kind: ImportKind) -> ResponseReturnValue:
    """Take the file and keep it; the preview reads it, so that nobody's saving waits for that."""
    if request.method == "GET":
        return _page(kind)
    sent = request.files.get("file")
    content = sent.read() if sent else b""
    if not content:
        wrong = tr(EmptySheet.wording) if sent and sent.filename else gettext("Choose a file.")
        return _page(kind, wrong), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        upload_id = _uploads().keep(content, clock.now())
    except OSError as trouble:
        log.error("an upload could not be kept: %s", trouble)
        return problem(HTTPStatus.INSUFFICIENT_STORAGE)
    return redirect(url_for(kind.check, upload_id=upload_id))


def _check(kind: ImportKind, upload_id: UUID) -> ResponseReturnValue:
    by, uploads = the_viewer().id, _uploads()
    database.begin_reading()  # the file takes its time, and nobody's saving waits for that
    content = uploads.read(upload_id, clock.now())
    if content is None:
        flash(
            gettext("This file was imported already, or it waited for more than an hour."), "error"
        )
        return redirect(url_for(kind.choose))
    try:
        sheet = read_sheet(content)
        if request.method == "GET":
            plan = kind.preview(sheet, by, the_day())
            return render_template("admin/check_import.html", kind=kind, plan=plan, sheet=sheet)
        database.begin_writing()
        plan = kind.carry_out(sheet, by, the_day(), clock.now(), request.form.get("digest", ""))
    except UnreadableSheet as refused:
        return _page(kind, tr(refused.message)), HTTPStatus.UNPROCESSABLE_ENTITY
    except PlanChanged as changed:
        flash(tr(changed.message), "error")
        return redirect(url_for(kind.check, upload_id=upload_id))
    return _done(kind, plan, upload_id)


def _done(kind: ImportKind, plan: ImportPlan, upload_id: UUID) -> ResponseReturnValue:
    if plan.errors:
        return redirect(url_for(kind.check, upload_id=upload_id))
    _uploads().forget(upload_id)
    counts = {"added": len(plan.new), "changed": len(plan.changed)}
    flash(gettext("Imported: %(added)d new, %(changed)d changed.", **counts), "success")
    return redirect(url_for("admin.people"))


def _page(kind: ImportKind, wrong: str = "") -> str:
    return render_template("admin/import.html", kind=kind, wrong=wrong)


def _uploads() -> Uploads:
    return Uploads(current_app.config["PORTAL"].data_dir, the_viewer().id)
