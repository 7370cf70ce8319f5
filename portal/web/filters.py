"""How figures, dates and words of the field are written."""

from datetime import date, datetime
from fractions import Fraction
from functools import cache

from flask import Flask
from flask_babel import format_date, format_datetime, gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from assessments.bands import Band
from assessments.interviews import PanelVerdict
from assessments.ratings import Answer, AssessmentState, Exemption, Relation
from assessments.scoring import FitBand, as_percent
from assessments.skill_results import Source
from assessments.statistics.figures import Reason, Verdict
from assessments.text import Language
from content.lessons import Format, Kind
from portal.web.language import current_language

Term = (
    AssessmentState
    | Exemption
    | Relation
    | Source
    | FitBand
    | Band
    | Kind
    | Format
    | PanelVerdict
    | Reason
    | Verdict
)

WORDS: dict[type[Term], dict[Term, LazyString]] = {
    AssessmentState: {
        AssessmentState.DRAFT: lazy_gettext("Draft"),
        AssessmentState.SUBMITTED: lazy_gettext("Submitted"),
        AssessmentState.RETURNED: lazy_gettext("Returned"),
        AssessmentState.FINALISED: lazy_gettext("Finalised"),
    },
    Exemption: {
        Exemption.NOT_APPLICABLE: lazy_gettext("Not applicable"),
        Exemption.NOT_OBSERVED: lazy_gettext("Not observed"),
    },
    Relation: {
        Relation.SELF: lazy_gettext("Self-assessment"),
        Relation.MANAGER: lazy_gettext("Manager assessment"),
    },
    Source: {
        Source.AGREED: lazy_gettext("Agreed"),
        Source.MANAGER: lazy_gettext("Manager"),
        Source.SELF: lazy_gettext("Self"),
    },
    FitBand: {
        FitBand.AT_TARGET: lazy_gettext("At target"),
        FitBand.NEAR: lazy_gettext("Near target"),
        FitBand.GROWING: lazy_gettext("Growing"),
        FitBand.FOCUS: lazy_gettext("Focus"),
    },
    Band: {
        Band.JUNIOR: lazy_gettext("Junior"),
        Band.STANDARD: lazy_gettext("Standard"),
        Band.SENIOR: lazy_gettext("Senior"),
    },
    Reason: {
        Reason.TOO_FEW_UNITS: lazy_gettext("too few to show"),
        Reason.TOO_FEW_RATERS: lazy_gettext("too few raters to show"),
        Reason.NO_VARIANCE: lazy_gettext("too little difference to compute"),
        Reason.NOT_CONNECTED: lazy_gettext("no shared people to compare by"),
        Reason.NOT_CONVERGED: lazy_gettext("could not be computed"),
    },
    Verdict: {
        Verdict.USABLE: lazy_gettext("usable for decisions"),
        Verdict.TENTATIVE: lazy_gettext("tentative only"),
        Verdict.DO_NOT_USE: lazy_gettext("do not use for decisions"),
        Verdict.POOR: lazy_gettext("poor"),
        Verdict.MODERATE: lazy_gettext("moderate"),
        Verdict.GOOD: lazy_gettext("good"),
        Verdict.EXCELLENT: lazy_gettext("excellent"),
        Verdict.USUAL: lazy_gettext("inside the usual range of half a level"),
        Verdict.UNUSUAL: lazy_gettext("outside the usual range of half a level"),
        Verdict.UNDECIDED: lazy_gettext(
            "too few ratings to say whether this is inside the usual range of half a level"
        ),
    },
    PanelVerdict: {
        PanelVerdict.RECOMMEND: lazy_gettext("Recommend"),
        PanelVerdict.HOLD: lazy_gettext("Hold"),
        PanelVerdict.NOT_RECOMMENDED: lazy_gettext("Not recommended"),
    },
    Kind: {
        Kind.EXPLAIN: lazy_gettext("Explain"),
        Kind.DISCOVER: lazy_gettext("Discover"),
        Kind.SOLVE: lazy_gettext("Solve"),
        Kind.RELATE: lazy_gettext("Relate"),
        Kind.PROMOTE: lazy_gettext("Promote"),
    },
    Format: {
        Format.ARTICLE: lazy_gettext("Article"),
        Format.VIDEO: lazy_gettext("Video"),
        Format.TEMPLATE: lazy_gettext("Template"),
        Format.WORKSHEET: lazy_gettext("Worksheet"),
        Format.CHECKLIST: lazy_gettext("Checklist"),
        Format.QUIZ: lazy_gettext("Quiz"),
        Format.ROLEPLAY: lazy_gettext("Role play"),
        Format.WORKSHOP: lazy_gettext("Workshop"),
    },
}
"""By kind first: words of different kinds share their values."""

DATE = {"ja": "yyyy年M月d日", "en": "d MMM yyyy"}
MOMENT = {"ja": "yyyy年M月d日 H:mm", "en": "d MMM yyyy, H:mm"}
MINUS = "−"


def install(app: Flask) -> None:
    """Give templates the filters of this module under their own names."""
    for each in (
        word,
        answer_words,
        minutes,
        percent,
        as_number,
        day,
        moment,
        signed,
        signed_decimal,
        picked,
    ):
        app.add_template_filter(each, each.__name__)


def word(term: Term) -> str:
    """A term of the field in the language of the page."""
    return _word(type(term), term, current_language())


@cache
def _word(kind: type[Term], term: Term, _language: Language) -> str:
    """Looked up once for each language that is in force when it is first asked for."""
    return str(WORDS[kind][term])


def answer_words(answer: Answer) -> str:
    """A level as its figure, what is no level in words."""
    return word(answer) if isinstance(answer, Exemption) else str(int(answer))


def minutes(count: int) -> str:
    """``45 min`` as it is written in the language of the page."""
    return _minutes(count, current_language())


@cache
def _minutes(count: int, _language: Language) -> str:
    """Looked up once for each language that is in force when it is first asked for."""
    return gettext("%(n)s min", n=count)


def percent(share: Fraction | None) -> str:
    """``86.1 %`` as it is written in the language of the page; a dash for None."""
    if share is None:
        return "–"
    return f"{as_percent(share)}%"


def as_number(share: Fraction | None) -> float | None:
    """A share as a percentage with one decimal, for drawing; None stays None."""
    return None if share is None else float(as_percent(share))


def day(value: date | None) -> str:
    """2025年4月1日 or 1 Apr 2025; a dash for None."""
    return format_date(value, DATE[current_language()]) if value else "–"


def moment(value: datetime | None) -> str:
    """Day and time in the viewer's time zone; a dash for None."""
    if value is None:
        return "–"
    return str(format_datetime(value, MOMENT[current_language()]))


def signed(number: int | None) -> str:
    """+1, −2 or ±0, with a real minus sign; a dash for None."""
    if number is None:
        return "–"
    return f"±{number}" if number == 0 else f"{number:+d}".replace("-", MINUS)


def signed_decimal(number: Fraction | float) -> str:
    """One decimal with its sign: +0.3, −1.2 or ±0.0."""
    written = f"{float(number):+.1f}"
    return "±0.0" if float(written) == 0 else written.replace("-", MINUS)


def picked(answer: Answer | None) -> int | str | None:
    """An answer in the form that the level picker and the badge take."""
    if isinstance(answer, Exemption):
        return answer.value
    return None if answer is None else int(answer)
