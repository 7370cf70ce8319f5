"""The decision rule as it is printed: each outcome, and when it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from flask_babel import gettext

from assessments.interviews import PanelRule, PanelVerdict


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of the rule, in the language of the page."""

    outcome: PanelVerdict
    when: str


def clauses(rule: PanelRule) -> Iterator[Clause]:
    """In the order in which they are tried."""
    yield Clause(
        PanelVerdict.NOT_RECOMMENDED,
        gettext(
            "The overall score is below %(overall)s, or the median of a must-have below %(must)s.",
            overall=_shown(rule.not_recommended_below),
            must=_shown(rule.must_have_below),
        ),
    )
    yield Clause(
        PanelVerdict.HOLD,
        gettext(
            "The overall score is below %(overall)s, or the scores of a must-have still lie "
            "%(spread)s or more points apart, or nobody observed a must-have.",
            overall=_shown(rule.hold_below),
            spread=rule.wide_from,
        ),
    )
    yield Clause(PanelVerdict.RECOMMEND, gettext("Neither of the above."))


def _shown(threshold: Fraction) -> str:
    return f"{float(threshold):.1f}"
