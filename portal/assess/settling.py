"""Saving the agreed levels of one form: what is right is kept, the rest is shown again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkzeug.datastructures import MultiDict

from assessments import settling
from assessments.settling import ReasonMissing
from portal.access.people import MemberRound
from portal.assess.actions import agreeing
from portal.assess.actions.agreeing import TypedLevel
from portal.assess.forms import AgreementForm
from portal.assess.saving import CONFLICT, WRONG
from portal.persistence.agreed_levels import AgreedLevelChanged
from portal.web.language import tr


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the form of each skill; all by skill id."""

    forms: Mapping[str, AgreementForm]
    saved: Mapping[str, int]
    conflicts: Mapping[str, AgreedLevelChanged]

    @property
    def wrong(self) -> Mapping[str, AgreementForm]:
        """Forms with something to correct."""
        return {skill_id: form for skill_id, form in self.forms.items() if form.errors}

    @property
    def is_clean(self) -> bool:
        return not self.conflicts and not self.wrong

    @property
    def status(self) -> int:
        return CONFLICT if self.conflicts else WRONG

    @property
    def to_show(self) -> Mapping[str, AgreementForm]:
        """Forms to show as they were typed; one in conflict can be sent again to win."""
        for skill_id, changed in self.conflicts.items():
            self.forms[skill_id].version.data = str(changed.version)
        return {each: self.forms[each] for each in self.forms if each not in self.saved}


NOTHING_TYPED = Settled({}, {}, {})


def settle_typed(
    one: MemberRound,
    skill_ids: Iterable[str],
    typed: MultiDict[str, str],
    *,
    by: UUID,
    now: datetime,
) -> Settled:
    """Keep what was typed for these skills, in one transaction.

    Raises what ``agreeing.keep_levels`` raises, but for a missing reason, which is an error of
    the form.
    """
    forms = {skill_id: AgreementForm(typed, prefix=skill_id) for skill_id in skill_ids}
    right = [
        TypedLevel(skill_id, form.agreed(skill_id), form.read_version)
        for skill_id, form in forms.items()
        if form.validate() and _is_explained(one, skill_id, form)
    ]
    kept = agreeing.keep_levels(one, right, by=by, now=now)
    return Settled(forms, kept.versions, kept.conflicts)


def _is_explained(one: MemberRound, skill_id: str, form: AgreementForm) -> bool:
    agreed = form.agreed(skill_id)
    try:
        if agreed:
            settling.agree(one.record.round, agreed)
    except ReasonMissing as refusal:
        form.reason.errors = [tr(refusal.message)]
        return False
    return True
