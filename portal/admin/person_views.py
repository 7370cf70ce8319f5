"""Adding somebody, changing somebody, and opening somebody's ratings."""

from http import HTTPStatus
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal import clock
from portal.access import sessions
from portal.access.guard import requires, the_day, the_viewer
from portal.access.people import Member
from portal.access.rules import Permission
from portal.admin.actions import edit_person as actions
from portal.admin.actions import open_ratings as opening
from portal.admin.actions.edit_person import PersonChanged, PersonRefused, Saved
from portal.admin.blueprint import blueprint
from portal.admin.forms import PersonForm, ReasonForm
from portal.admin.person_page import differences, offers, person_form, standing_of
from portal.persistence import staff
from portal.persistence.staff import Staffer
from portal.web.fields import takes
from portal.web.language import tr


@blueprint.route("/people/new", methods=["GET", "POST"])
@requires(Permission.ADMINISTER)
@takes(PersonForm)
def add_person() -> ResponseReturnValue:
    form = person_form(request.form or None, None, the_day())
    if request.method == "GET":
        return _new_page(form), HTTPStatus.OK
    if not form.validate():
        return _new_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        added = actions.add_person(form.edit, by=the_viewer().id, today=the_day(), now=clock.now())
    except PersonRefused as refused:
        _refuse(form, refused)
        return _new_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    flash(gettext("%(name)s has been added.", name=added.person.name), "success")
    _tell_new_managers(added)
    return redirect(url_for("admin.person", person_id=added.person.id))


@blueprint.route("/people/<uuid:person_id>", methods=["GET", "POST"])
@requires(Permission.ADMINISTER)
@takes(PersonForm)
def person(person_id: UUID) -> ResponseReturnValue:
    staffer = staff.one(person_id, the_day()) or abort(404)
    form = person_form(request.form or None, staffer, the_day())
    if request.method == "GET":
        return _page(form, staffer), HTTPStatus.OK
    if not form.validate():
        return _page(form, staffer), HTTPStatus.UNPROCESSABLE_ENTITY
    return _save(form, staffer)


@blueprint.post("/people/<uuid:person_id>/open-ratings")
@requires(Permission.OPEN_RATINGS)
@takes(ReasonForm)
def open_ratings(member: Member) -> ResponseReturnValue:
    reason = ReasonForm(request.form)
    if not reason.validate():
        staffer = staff.one(member.id, the_day()) or abort(404)
        page = _page(person_form(None, staffer, the_day()), staffer, reason)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    words = reason.reason.data or ""
    opening.open_ratings(member.id, words, by=the_viewer().id, now=clock.now())
    sessions.open_ratings(member.id)
    return redirect(url_for("results.person", person_id=member.id))


def _save(form: PersonForm, staffer: Staffer) -> ResponseReturnValue:
    person_id, stamp, by = staffer.person.id, form.stamp.data or "", the_viewer().id
    try:
        saved = actions.edit_person(
            person_id, form.edit, stamp=stamp, by=by, today=the_day(), now=clock.now()
        )
    except PersonRefused as refused:
        _refuse(form, refused)
        return _page(form, staffer), HTTPStatus.UNPROCESSABLE_ENTITY
    except PersonChanged as changed:
        return _conflict_page(form, changed.theirs), HTTPStatus.CONFLICT
    flash(gettext("Saved."), "success")
    _tell_new_managers(saved)
    return redirect(url_for("admin.person", person_id=person_id))


def _refuse(form: PersonForm, refused: PersonRefused) -> None:
    for reason in refused.reasons:
        form.refuse(tr(reason.text), reason.field)


def _tell_new_managers(saved: Saved) -> None:
    for name in saved.new_managers:
        flash(gettext("%(name)s now has the role of manager.", name=name), "info")


def _new_page(form: PersonForm) -> str:
    return render_template("admin/add_person.html", form=form, offers=offers(the_day()))


def _page(form: PersonForm, staffer: Staffer, reason: ReasonForm | None = None) -> str:
    return render_template(
        "admin/person.html",
        form=form,
        person=staffer.person,
        standing=standing_of(staffer, the_day()),
        offers=offers(the_day()),
        reason=reason or ReasonForm(),
        conflict=(),
    )


def _conflict_page(form: PersonForm, theirs: Staffer) -> str:
    """What was typed, beside what stands there now; saving again writes over that."""
    theirs_form = person_form(None, theirs, the_day())
    form.stamp.data = theirs_form.stamp.data
    return render_template(
        "admin/person.html",
        form=form,
        person=theirs.person,
        standing=standing_of(theirs, the_day()),
        offers=offers(the_day()),
        reason=ReasonForm(),
        conflict=differences(form, theirs_form),
    )
