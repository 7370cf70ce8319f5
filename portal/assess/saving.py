"""Saving the skills of one form: every skill that is right is kept, the others are shown again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkzeug.datastructures import MultiDict

from portal.access.people import MemberAssessment
from portal.assess.actions import rating as actions
from portal.assess.actions.rating import TypedRating
from portal.assess.forms import RatingForm
from portal.persistence.ratings import WrittenRating

CONFLICT = 409
WRONG = 422


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the form of each skill.

    ``saved`` are the new versions, ``wrong`` the forms with something to correct, ``conflicts``
    what somebody else wrote meanwhile; all by skill id. ``forms`` holds everything typed.
    """

    forms: Mapping[str, RatingForm]
    saved: Mapping[str, int]
    conflicts: Mapping[str, WrittenRating]

    @property
    def wrong(self) -> Mapping[str, RatingForm]:
        return {skill_id: form for skill_id, form in self.forms.items() if form.errors}

    @property
    def is_clean(self) -> bool:
        return not self.conflicts and not self.wrong

    @property
    def status(self) -> int:
        return CONFLICT if self.conflicts else WRONG

    @property
    def to_show(self) -> Mapping[str, RatingForm]:
        """Forms to show as they were typed; one in conflict can be sent again to win."""
        for skill_id, theirs in self.conflicts.items():
            self.forms[skill_id].version.data = str(theirs.version)
        return {each: self.forms[each] for each in self.forms if each not in self.saved}


NOTHING_TYPED = Outcome({}, {}, {})


def save_typed(
    one: MemberAssessment,
    skill_ids: Iterable[str],
    typed: MultiDict[str, str],
    *,
    by: UUID,
    now: datetime,
) -> Outcome:
    """Keep what was typed for these skills, in one transaction.

    Raises what ``actions.save_ratings`` raises.
    """
    forms = {skill_id: RatingForm(typed, prefix=skill_id) for skill_id in skill_ids}
    right = [
        TypedRating(form.rating(skill_id), form.read_version)
        for skill_id, form in forms.items()
        if form.validate()
    ]
    kept = actions.save_ratings(one, right, by=by, now=now)
    return Outcome(forms, kept.versions, kept.conflicts)
