"""Rating: one category a screen, saved skill by skill, reviewed and handed in."""

from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_time, gettext

from assessments.ratings import EvidenceMissing, Rating, RatingsMissing, Relation, rate
from assessments.results import Result
from portal import clock
from portal.access.guard import requires, the_viewer
from portal.access.people import MemberAssessment, MemberRound
from portal.access.rules import Permission, may
from portal.access.standing import standing_of
from portal.access.waiting import waiting_of
from portal.assess.actions import rating as actions
from portal.assess.forms import RatingForm
from portal.assess.pages import asked_in, category_after, category_of, progress_of, words_of
from portal.assess.saving_ratings import NOTHING_TYPED, RatingsOutcome, save_typed
from portal.library import library
from portal.web.fields import takes
from portal.web.language import tr

blueprint = Blueprint("rating", __name__, url_prefix="/assess")


@blueprint.get("/<uuid:assessment_id>/<category_id>")
@requires(Permission.WRITE_ASSESSMENT)
def category(one: MemberAssessment, category_id: str) -> ResponseReturnValue:
    if not one.is_open:
        return redirect(url_for("rating.review", assessment_id=one.written.id))
    return _category_page(one, category_id, NOTHING_TYPED)


@blueprint.post("/<uuid:assessment_id>/<category_id>")
@requires(Permission.WRITE_ASSESSMENT)
@takes(each_skill=RatingForm)
def save(one: MemberAssessment, category_id: str) -> ResponseReturnValue:
    profile = one.written.assessment.profile
    shown = category_of(profile, category_id) or abort(404)
    skill_ids = [need.skill.id for need in profile.map.in_category(shown)]
    outcome = save_typed(one, skill_ids, request.form, by=the_viewer().id, now=clock.now())
    if not outcome.is_clean:
        return _category_page(one, category_id, outcome), outcome.status
    following = category_after(profile, shown)
    if following is None:
        return redirect(url_for("rating.review", assessment_id=one.written.id))
    return redirect(
        url_for("rating.category", assessment_id=one.written.id, category_id=following.id)
    )


@blueprint.post("/<uuid:assessment_id>/skills/<skill_id>")
@requires(Permission.WRITE_ASSESSMENT)
@takes(each_skill=RatingForm)
def save_skill(one: MemberAssessment, skill_id: str) -> ResponseReturnValue:
    """Save one skill while it is typed; answers with JSON."""
    now = clock.now()
    outcome = save_typed(one, [skill_id], request.form, by=the_viewer().id, now=now)
    if outcome.is_clean:
        return jsonify(
            saved_at=format_time(now, "H:mm"),
            version=str(outcome.saved[skill_id]),
            progress=_progress(one, outcome.forms[skill_id].rating(skill_id)),
        )
    return jsonify(_trouble(outcome, skill_id)), outcome.status


@blueprint.get("/<uuid:assessment_id>/")
@requires(Permission.READ_WRITTEN)
def review(one: MemberAssessment) -> ResponseReturnValue:
    assessment, viewer = one.written.assessment, the_viewer()
    is_rater = may(viewer, Permission.WRITE_ASSESSMENT, one)
    first = assessment.profile.map.categories[0]
    if is_rater and one.is_open and not assessment.ratings:
        return redirect(
            url_for("rating.category", assessment_id=one.written.id, category_id=first.id)
        )
    return render_template(
        "assess/review.html",
        one=one,
        assessment=assessment,
        progress=progress_of(assessment),
        is_rater=is_rater,
        is_other_known_in=one.written.relation is Relation.MANAGER and _is_other_in(one),
        can_compare=may(viewer, Permission.COMPARE, MemberRound(one.member, one.record)),
    )


@blueprint.post("/<uuid:assessment_id>/submit")
@requires(Permission.WRITE_ASSESSMENT)
def submit(one: MemberAssessment) -> ResponseReturnValue:
    try:
        actions.hand_in(one, by=the_viewer().id, now=clock.now())
    except (RatingsMissing, EvidenceMissing) as refusal:
        flash(tr(refusal.message), "error")
        return redirect(url_for("rating.review", assessment_id=one.written.id))
    if _is_other_in(one):
        flash(gettext("Submitted. Both assessments are in and open to both of you."), "success")
        return redirect(url_for("agreement.compare", round_id=one.record.id))
    flash(gettext("Submitted. Both of you see both assessments once both are in."), "success")
    return redirect(url_for("assess.overview"))


@blueprint.post("/<uuid:assessment_id>/take-back")
@requires(Permission.WRITE_ASSESSMENT)
def take_back(one: MemberAssessment) -> ResponseReturnValue:
    actions.take_back(one, by=the_viewer().id, now=clock.now())
    flash(gettext("You can change your assessment again. Submit it when you are done."), "info")
    return redirect(url_for("rating.review", assessment_id=one.written.id))


@blueprint.route("/<uuid:assessment_id>/discard", methods=["GET", "POST"])
@requires(Permission.WRITE_ASSESSMENT)
def discard(one: MemberAssessment) -> ResponseReturnValue:
    actions.check_empty(one)
    if request.method == "GET":
        return render_template("assess/discard.html", one=one)
    actions.discard(one, by=the_viewer().id, now=clock.now())
    flash(gettext("The assessment was discarded. You can start again at any time."), "success")
    return redirect(url_for("assess.overview"))


def _is_other_in(one: MemberAssessment) -> bool:
    return waiting_of(one.member.person, one.record, the_viewer().person).is_other_in


def _progress(one: MemberAssessment, rating: Rating) -> dict[str, Any]:
    """How far the category of this skill has come, this answer included."""
    assessment = rate(one.written.assessment, rating)
    inside = assessment.profile.map.by_skill[rating.skill_id].skill.category
    done = next(each for each in progress_of(assessment) if each.category == inside)
    words = gettext("%(done)s of %(total)s", done=done.done, total=done.total)
    return {"done": done.done, "total": done.total, "text": words}


def _trouble(outcome: RatingsOutcome, skill_id: str) -> dict[str, Any]:
    theirs = outcome.conflicts.get(skill_id)
    if theirs is None:
        return {"errors": [str(text) for each in outcome.wrong.values() for text in _texts(each)]}
    return {"conflict": {"theirs": words_of(theirs.rating), "version": str(theirs.version)}}


def _texts(form: RatingForm) -> list[str]:
    return [text for texts in form.errors.values() for text in texts]


def _category_page(one: MemberAssessment, category_id: str, outcome: RatingsOutcome) -> str:
    assessment = one.written.assessment
    shown = category_of(assessment.profile, category_id) or abort(404)
    return render_template(
        "assess/category.html",
        one=one,
        category=shown,
        asked=asked_in(shown, one.written, _last_result(one), outcome.to_show),
        conflicts=outcome.conflicts,
        wrong=outcome.wrong,
        progress=progress_of(assessment),
        following=category_after(assessment.profile, shown),
        level_names=[each.name for each in library().levels],
    )


def _last_result(one: MemberAssessment) -> Result | None:
    """The result before this round; a manager's is the one that both could see."""
    is_self = one.written.relation is Relation.SELF
    standing = standing_of(one.member.id, Relation.SELF if is_self else None)
    older = (
        [each for each in standing.history if each.record.id != one.record.id] if standing else []
    )
    return older[0].result if older else None
