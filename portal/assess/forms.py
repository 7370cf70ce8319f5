"""What may be typed while rating and agreeing."""

import re
from collections.abc import Mapping
from typing import Any

from wtforms import Form, HiddenField, TextAreaField
from wtforms.validators import AnyOf, DataRequired

from assessments.levels import Level
from assessments.ratings import EVIDENCE_LIMIT, Answer, Exemption, Rating
from assessments.rounds import AgreedLevel
from assessments.settling import REASON_LIMIT
from portal.web.fields import Picked
from portal.web.text import Keepable, Within, plain, tidy
from portal.web.text import lazy as _

ANSWERS: Mapping[str, Answer | None] = {
    "": None,
    **{str(level.value): level for level in Level},
    **{exemption.value: exemption for exemption in Exemption},
}
AGREED: Mapping[str, Answer | None] = {
    "": None,
    **{str(level.value): level for level in Level},
    Exemption.NOT_APPLICABLE.value: Exemption.NOT_APPLICABLE,
}
VERSION = re.compile("[0-9]{1,9}")
NOT_AGREED = _("Choose a level from 0 to 5 or not applicable.")
NOT_AN_ANSWER = _("Choose a level from 0 to 5, not applicable or not observed.")


class RatingForm(Form):
    """One skill: an answer, what was seen, and the version that the page was made from."""

    answer = Picked(
        _("Level"), filters=[plain], validators=[AnyOf(tuple(ANSWERS), message=NOT_AN_ANSWER)]
    )
    evidence = TextAreaField(
        _("Evidence"),
        description=_("Situation, action, result and date. Required from level 4."),
        filters=[tidy],
        validators=[Keepable(), Within(EVIDENCE_LIMIT)],
        render_kw={"rows": 3},
    )
    version = HiddenField(filters=[plain], default="0")

    def rating(self, skill_id: str) -> Rating:
        return Rating(skill_id, ANSWERS[self.answer.data or ""], self.evidence.data or "")

    @property
    def read_version(self) -> int:
        """The version this form was made from; 0 for anything that is no number."""
        return as_version(self.version.data)


class AgreementForm(Form):
    """One skill in the alignment talk: the agreed answer and why."""

    answer = Picked(
        _("Agreed level"), filters=[plain], validators=[AnyOf(tuple(AGREED), NOT_AGREED)]
    )
    reason = TextAreaField(
        _("Reason"),
        filters=[tidy],
        validators=[Keepable(), Within(REASON_LIMIT)],
        render_kw={"rows": 2},
    )
    version = HiddenField(filters=[plain], default="0")

    def agreed(self, skill_id: str) -> AgreedLevel | None:
        """The agreed level; None where it is left open or taken back."""
        answer = AGREED[self.answer.data or ""]
        return None if answer is None else AgreedLevel(skill_id, answer, self.reason.data or "")

    @property
    def read_version(self) -> int:
        return as_version(self.version.data)

    @property
    def awaits_reason(self) -> bool:
        """Nothing is wrong but that the reason is still to be written."""
        return set(self.errors) == {"reason"} and not self.reason.data


class ReturnForm(Form):
    """A self-assessment handed back with a word on what to add."""

    note = TextAreaField(
        _("What should be added or corrected?"),
        filters=[tidy],
        validators=[
            DataRequired(_("Say what should be added or corrected.")),
            Keepable(),
            Within(REASON_LIMIT),
        ],
        render_kw={"rows": 3},
    )


def as_version(word: Any) -> int:
    return int(word) if isinstance(word, str) and VERSION.fullmatch(word) else 0
