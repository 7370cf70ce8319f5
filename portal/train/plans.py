"""A learning plan on a page: for one result and the hours that somebody has."""

from dataclasses import dataclass

from assessments.results import Result
from content.plans import Plan, plan_for
from portal.library import training

HOURS = (2, 4, 8, 16, 24)
USUAL = 8


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan for ``hours`` of training out of one result."""

    result: Result
    hours: int
    plan: Plan


def plan_page(result: Result, hours: int | None) -> PlanPage:
    """The plan for these hours; for the usual ones when they are none of those offered."""
    chosen = hours if hours in HOURS else USUAL
    return PlanPage(result, chosen, plan_for(result.gaps, training().lessons, chosen * 60))
