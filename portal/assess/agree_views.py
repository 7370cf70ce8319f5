"""The alignment talk: both assessments side by side, one agreed level per skill."""

from dataclasses import replace
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
from portal.persistence import agreed_levels, rounds
from portal.web.differences import head_for, self_and_manager
from portal.web.fields import takes

blueprint = Blueprint("agreement", __name__, url_prefix="/assess/rounds")


@blueprint.get("/<uuid:round_id>/")
@requires(Permission.COMPARE)
def compare(one: MemberRound) -> ResponseReturnValue:
    """Both assessments; after a refused finalising also what it still asks for."""
    return _page(one, NOTHING_TYPED, asks_rest="rest" in request.args)


@blueprint.post("/<uuid:round_id>/levels")
@requires(Permission.AGREE)
@takes(each_skill=AgreementForm)
def agree(one: MemberRound) -> ResponseReturnValue:
    """Save every agreed level of the page."""
    settled = _settled(one)
    if not settled.is_clean:
        return _refused(one, settled)
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
@takes(each_skill=AgreementForm)
def finalise(one: MemberRound) -> ResponseReturnValue:
    """Save every agreed level of the page and settle the round."""
    settled = _settled(one)
    if not settled.is_clean:
        return _refused(one, settled)
    try:
        agreeing.finalise(one, by=the_viewer().id, now=clock.now())
    except AgreementMissing:
        return redirect(url_for("agreement.compare", round_id=one.record.id, rest="open"))
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


def _settled(one: MemberRound) -> LevelsOutcome:
    """What became of every skill that the form brought an answer for."""
    skill_ids = [
        skill_id
        for skill_id in one.record.round.profile.map.by_skill
        if f"{skill_id}-answer" in request.form
    ]
    return settle_typed(one, skill_ids, request.form, by=the_viewer().id, now=clock.now())


def _trouble(settled: LevelsOutcome, skill_id: str) -> dict[str, Any]:
    changed = settled.conflicts.get(skill_id)
    if changed:
        words = agreed_words(changed.theirs.answer if changed.theirs else None, changed.reason)
        return {"conflict": {"theirs": words, "version": str(changed.version)}}
    wrong = settled.wrong[skill_id]
    trouble: dict[str, Any] = {
        "errors": [str(text) for texts in wrong.errors.values() for text in texts]
    }
    if wrong.awaits_reason:
        words = gettext("Write the reason to save this.")
        trouble["awaits"] = {"field": wrong.reason.name, "words": words}
    return trouble


def _refused(one: MemberRound, settled: LevelsOutcome) -> ResponseReturnValue:
    """The page as it is kept by now, with what could not be kept as it was typed."""
    record = rounds.find(one.record.id) or one.record
    return _page(replace(one, record=record), settled), settled.status


def _page(one: MemberRound, settled: LevelsOutcome, *, asks_rest: bool = False) -> str:
    viewer = the_viewer()
    can_agree = may(viewer, Permission.AGREE, one) and not one.record.round.is_finalised
    noted = agreed_levels.open_reasons(one.record.id) if can_agree else {}
    comparison = comparison_of(one.record, noted, settled.to_show)
    to_agree = one.record.round.to_agree
    return render_template(
        "assess/compare.html",
        one=one,
        comparison=comparison,
        figures=self_and_manager(
            comparison.result, one.member.id, head_for(viewer, one.member), the_day()
        ),
        conflicts=settled.conflicts,
        wrong=settled.wrong,
        missing=AgreementMissing(to_agree) if asks_rest and can_agree and to_agree else None,
        can_agree=can_agree,
    )
