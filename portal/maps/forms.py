"""The six questions of the type finder as a form."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import Form, RadioField
from wtforms.validators import AnyOf

from assessments.type_finder import Finding, Question, find_type
from portal.library import library
from portal.web.language import tr


def finder_form(questions: Sequence[Question], answers: MultiDict[str, str]) -> Form:
    """One choice for each question, in the language of the page."""
    fields = {question.id: _field(question) for question in questions}
    form: Form = type("FinderForm", (Form,), fields)(answers)
    return form


def finding_of(questions: Sequence[Question], answers: Mapping[str, str]) -> Finding:
    """What the answers suggest."""
    return find_type(questions, answers, tuple(library().types))


def _field(question: Question) -> RadioField:
    choices = {option.id: tr(option.label) for option in question.options}
    offered = AnyOf(list(choices), gettext("Choose one of the answers."))
    return RadioField(
        tr(question.text), choices=choices, validators=[offered], validate_choice=False
    )
