"""Saving the agreed levels of one form."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from werkzeug.datastructures import MultiDict

from assessments import settling
from assessments.settling import ReasonMissing
from portal.access.people import MemberRound
from portal.assess.actions import agreeing
from portal.assess.actions.agreeing import TypedLevel
from portal.assess.forms import AgreementForm
from portal.assess.outcomes import Outcome
from portal.persistence.agreed_levels import AgreedLevelChanged
from portal.web.fields import refuse_others
from portal.web.language import tr

LevelsOutcome = Outcome[AgreementForm, AgreedLevelChanged]
NOTHING_TYPED = LevelsOutcome({}, {}, {})


def settle_typed(
    one: MemberRound,
    skill_ids: Iterable[str],
    typed: MultiDict[str, str],
    *,
    by: UUID,
    now: datetime,
) -> LevelsOutcome:
    """Keep what was typed for these skills, in one transaction.

    Raises UnknownField for what belongs to another skill, and what ``agreeing.keep_levels``
    raises, but for a missing reason, which is an error of the form.
    """
    forms = {skill_id: AgreementForm(typed, prefix=skill_id) for skill_id in skill_ids}
    refuse_others(typed, forms.values())
    right = [
        TypedLevel(skill_id, form.agreed(skill_id), form.reason.data or "", form.read_version)
        for skill_id, form in forms.items()
        if form.validate() and _is_explained(one, skill_id, form)
    ]
    kept = agreeing.keep_levels(one, right, by=by, now=now)
    return LevelsOutcome(forms, kept.versions, kept.conflicts)


def _is_explained(one: MemberRound, skill_id: str, form: AgreementForm) -> bool:
    agreed = form.agreed(skill_id)
    try:
        if agreed and not agreeing.is_agreed(one, agreed):
            settling.agree(one.record.round, agreed)
    except ReasonMissing as refusal:
        form.reason.errors = [tr(refusal.message)]
        return False
    return True
