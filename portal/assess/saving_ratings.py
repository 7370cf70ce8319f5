"""Saving the ratings of one form."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from werkzeug.datastructures import MultiDict

from portal.access.people import MemberAssessment
from portal.assess.actions import rating as actions
from portal.assess.actions.rating import TypedRating
from portal.assess.forms import RatingForm
from portal.assess.outcomes import Outcome
from portal.persistence.ratings import WrittenRating
from portal.web.fields import refuse_others

RatingsOutcome = Outcome[RatingForm, WrittenRating]
NOTHING_TYPED = RatingsOutcome({}, {}, {})


def save_typed(
    one: MemberAssessment,
    skill_ids: Iterable[str],
    typed: MultiDict[str, str],
    *,
    by: UUID,
    now: datetime,
) -> RatingsOutcome:
    """Keep what was typed for these skills, in one transaction.

    Raises UnknownField for what belongs to another skill, and what ``actions.save_ratings``
    raises.
    """
    forms = {skill_id: RatingForm(typed, prefix=skill_id) for skill_id in skill_ids}
    refuse_others(typed, forms.values())
    right = [
        TypedRating(form.rating(skill_id), form.read_version)
        for skill_id, form in forms.items()
        if form.validate()
    ]
    kept = actions.save_ratings(one, right, by=by, now=now)
    return RatingsOutcome(forms, kept.versions, kept.conflicts)
