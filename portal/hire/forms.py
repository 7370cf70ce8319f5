"""Questions that somebody wants to ask, and what the linter says to each."""

from collections.abc import Sequence
from dataclasses import dataclass

from wtforms import Form, TextAreaField
from wtforms.validators import DataRequired

from assessments.question_linter import QUESTION_LIMIT, Hit, hits_in
from portal.library import interviews
from portal.web.text import Keepable, Within, tidy
from portal.web.text import lazy as _


class QuestionsForm(Form):
    """One question a line."""

    questions = TextAreaField(
        _("Questions, one a line"),
        validators=[
            DataRequired(_("Enter at least one question.")),
            Keepable(),
            Within(QUESTION_LIMIT),
        ],
        filters=[tidy],
        render_kw={"rows": 6},
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and the areas that it touches."""

    question: str
    hits: Sequence[Hit]


def judged(form: QuestionsForm) -> Sequence[Judged]:
    """Every line that is not empty, in the order it was typed."""
    lines = (line.strip() for line in (form.questions.data or "").splitlines())
    fairness = interviews().fairness
    return [Judged(line, hits_in(line, fairness)) for line in lines if line]
