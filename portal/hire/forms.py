"""Questions that somebody wants to ask."""

from collections.abc import Sequence

from flask_babel import gettext
from wtforms import Field, Form, TextAreaField
from wtforms.validators import DataRequired, ValidationError

from assessments.question_linter import QUESTION_LIMIT
from portal.web.text import Keepable, Within, tidy
from portal.web.text import lazy as _

MOST_QUESTIONS = 30
TEXT_LIMIT = MOST_QUESTIONS * (QUESTION_LIMIT + 1)
"""Longest text of all questions in characters, each with the end of its line."""


class QuestionsForm(Form):
    """One question a line."""

    questions = TextAreaField(
        _("Questions, one a line"),
        validators=[
            DataRequired(_("Enter at least one question.")),
            Keepable(),
            Within(TEXT_LIMIT),
        ],
        filters=[tidy],
        render_kw={"rows": 10},
    )

    def validate_questions(self, field: Field) -> None:
        if len(self.lines) > MOST_QUESTIONS:
            words = gettext("Check %(n)s questions at a time (now %(count)s).")
            raise ValidationError(words % {"n": MOST_QUESTIONS, "count": len(self.lines)})
        for place, line in enumerate(self.lines, start=1):
            if len(line) > QUESTION_LIMIT:
                words = gettext(
                    "Keep question %(n)s to %(limit)d characters or fewer (now %(length)d)."
                )
                raise ValidationError(
                    words % {"n": place, "limit": QUESTION_LIMIT, "length": len(line)}
                )

    @property
    def lines(self) -> Sequence[str]:
        """Every line that is not empty, in the order it was typed."""
        lines = (line.strip() for line in (self.questions.data or "").splitlines())
        return [line for line in lines if line]
