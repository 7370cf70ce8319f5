"""Fit and coverage: how much of what a type needs is there, and how much has been rated."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from math import lcm

from assessments.levels import Level
from assessments.skill_maps import Requirement

PARTS = lcm(*range(Level.AWARE, Level.LEADING + 1))
"""Parts of a target that every target divides evenly: shares add up as whole numbers."""

COVERAGE_FOR_FIT = Fraction(80, 100)
"""Fit is shown from this coverage on."""


class FitBand(StrEnum):
    """A fit in words."""

    AT_TARGET = "at_target"
    NEAR = "near"
    GROWING = "growing"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class Rated:
    """One requirement and the level in effect; None where there is no level."""

    requirement: Requirement
    level: Level | None


def attainment(level: Level, target: Level) -> int:
    """How much of the target is reached, in PARTS; more than the target counts as all of it."""
    return min(level, target) * (PARTS // target)


def fit_of(rated: Iterable[Rated]) -> Fraction | None:
    """Weighted mean of attainment over the rated skills, 0 to 1; None if nothing is rated.

    Skills without a level leave numerator and denominator. Source: docs/rules.md, Scores.
    """
    counted = [(each.requirement, each.level) for each in rated if each.level is not None]
    if not counted:
        return None
    reached = sum(need.weight * attainment(level, need.target) for need, level in counted)
    return Fraction(reached, PARTS * sum(need.weight for need, _ in counted))


def coverage_of(rated: Iterable[Rated]) -> Fraction:
    """Share of the weights that have a level, 0 to 1; 0 for no skills at all."""
    every = list(rated)
    total = sum(each.requirement.weight for each in every)
    known = sum(each.requirement.weight for each in every if each.level is not None)
    return Fraction(known, total) if total else Fraction(0)


def fit_band(fit: Fraction) -> FitBand:
    """The word for a fit: from 85 %, 70 %, 50 % and below, judged on the printed figure."""
    percent = as_percent(fit)
    if percent >= 85:
        return FitBand.AT_TARGET
    if percent >= 70:
        return FitBand.NEAR
    return FitBand.GROWING if percent >= 50 else FitBand.FOCUS


def as_percent(share: Fraction) -> Decimal:
    """A share as a percentage with one decimal, rounded half up."""
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
