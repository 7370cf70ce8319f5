"""The alignment talk: both assessments side by side, one agreed level per skill."""

from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_time, gettext

from assessments.settling import AgreementMissing
from portal import clock
from portal.access.guard import requires, the_day, the_viewer
from portal.access.people import MemberRound
from portal.access.rules import Permission, may
from portal.assess.actions import agreeing, rating
from portal.assess.comparing import agreed_words, comparison_of
from portal.assess.forms import AgreementForm, ReturnForm
from portal.assess.saving_levels import NOTHING_TYPED, LevelsOutcome, settle_typed
from portal.web.differences import head_for, self_and_manager
from portal.web.fields import takes
from portal.web.language import tr

blueprint = Blueprint("agreement", __name__, url_prefix="/assess/rounds")


@blueprint.get("/<uuid:round_id>/")
@requires(Permission.COMPARE)
def compare(one: MemberRound) -> ResponseReturnValue:
    return _page(one, NOTHING_TYPED)


@blueprint.post("/<uuid:round_id>/levels")
@requires(Permission.AGREE)
@takes(each_skill=AgreementForm)
def agree(one: MemberRound) -> ResponseReturnValue:
    """Save every agreed level of the page."""
    skill_ids = [
        skill_id
        for skill_id in one.record.round.profile.map.by_skill
        if f"{skill_id}-answer" in request.form
    ]
    settled = settle_typed(one, skill_ids, request.form, by=the_viewer().id, now=clock.now())
    if not settled.is_clean:
        return _page(one, settled), settled.status
    flash(gettext("The agreed levels are saved."), "success")
    return redirect(url_for("agreement.compare", round_id=one.record.id))


@blueprint.post("/<uuid:round_id>/levels/<skill_id>")
@requires(Permission.AGREE)
@takes(each_skill=AgreementForm)
def agree_skill(one: MemberRound, skill_id: str) -> ResponseReturnValue:
    """Save one agreed level while it is chosen; answers with JSON."""
    now = clock.now()
    settled = settle_typed(one, [skill_id], request.form, by=the_viewer().id, now=now)
    if settled.is_clean:
        return jsonify(saved_at=format_time(now, "H:mm"), version=str(settled.saved[skill_id]))
    return jsonify(_trouble(settled, skill_id)), settled.status


@blueprint.post("/<uuid:round_id>/finalise")
@requires(Permission.AGREE)
def finalise(one: MemberRound) -> ResponseReturnValue:
    try:
        agreeing.finalise(one, by=the_viewer().id, now=clock.now())
    except AgreementMissing as refusal:
        flash(tr(refusal.message), "error")
        return redirect(url_for("agreement.compare", round_id=one.record.id, _anchor="open"))
    flash(gettext("The round is finalised. The report is ready to download."), "success")
    return redirect(url_for("results.person", person_id=one.member.id))


@blueprint.route("/<uuid:round_id>/return", methods=["GET", "POST"])
@requires(Permission.RETURN_SELF_ASSESSMENT)
@takes(ReturnForm)
def hand_back(one: MemberRound) -> ResponseReturnValue:
    form = ReturnForm(request.form)
    if request.method == "GET" or not form.validate():
        return render_template("assess/return.html", one=one, form=form)
    rating.hand_back(one, form.note.data or "", by=the_viewer().id, now=clock.now())
    name = one.member.person.name
    flash(gettext("Returned. %(name)s can correct and submit again.", name=name), "success")
    return redirect(url_for("assess.overview"))


def _trouble(settled: LevelsOutcome, skill_id: str) -> dict[str, Any]:
    changed = settled.conflicts.get(skill_id)
    if changed:
        words = agreed_words(changed.theirs)
        return {"conflict": {"theirs": words, "version": str(changed.version)}}
    wrong = settled.wrong[skill_id]
    return {"errors": [str(text) for texts in wrong.errors.values() for text in texts]}


def _page(one: MemberRound, settled: LevelsOutcome) -> str:
    viewer = the_viewer()
    comparison = comparison_of(one.record, settled.to_show)
    return render_template(
        "assess/compare.html",
        one=one,
        comparison=comparison,
        figures=self_and_manager(
            comparison.result, one.member.id, head_for(viewer, one.member), the_day()
        ),
        conflicts=settled.conflicts,
        can_agree=may(viewer, Permission.AGREE, one) and not one.record.round.is_finalised,
    )
