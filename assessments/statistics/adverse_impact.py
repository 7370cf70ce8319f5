"""Adverse impact: are the members of one group selected far less often than those of another?

The four-fifths rule of 29 CFR 1607.4(D) in whole numbers, Fisher's exact test, and the check of
Questions and Answers 21: would one different selection turn the picture round? A ratio proves
nothing either way.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import comb, exp, log, sqrt

from scipy.optimize import brentq
from scipy.special import ndtr

from assessments.statistics.figures import (
    Basis,
    Figure,
    Gate,
    Interval,
    Measurement,
    Method,
    Reason,
    Sample,
    snapshot_of,
)
from assessments.statistics.intervals import Z

GATE = Gate(show=5, act=5)
"""Candidates in each group; each is also 2 % of the pool or more."""

SMALLEST_SHARE = Fraction(2, 100)
SIGNIFICANT_BELOW = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates of one group and how many of them were selected.

    Raises ValueError unless 0 <= selected <= candidates.
    """

    selected: int
    candidates: int

    def __post_init__(self) -> None:
        if not 0 <= self.selected <= self.candidates:
            raise ValueError("selected must be from 0 to the number of candidates")


class ImpactSign(StrEnum):
    """What the figures allow to say."""

    FOUR_FIFTHS_MET = "four_fifths_met"
    """The rule asks for no more; a smaller difference may still be more than chance."""
    INDICATED = "indicated"
    TOO_FEW_SELECTIONS = "too_few_selections"
    """Four fifths are not reached, and chance or one single selection may account for it."""


@dataclass(frozen=True, slots=True)
class Impact:
    """The ratio of the two selection rates, at most 1, with what may be said about it.

    ``probability`` is Fisher's, two-sided. ``flips`` says whether one different selection would
    reverse which group is selected more often. Both are None while the ratio is withheld.
    """

    ratio: Figure
    probability: Fraction | None
    flips: bool | None
    sign: ImpactSign | None


def impact_of(first: Group, second: Group, pool: int | None = None) -> Impact:
    """The group with the lower rate against the other; ``pool`` counts all candidates.

    Raises ValueError for a pool smaller than both groups.
    """
    everyone = pool if pool is not None else first.candidates + second.candidates
    if everyone < first.candidates + second.candidates:
        raise ValueError("the pool holds both groups")
    lower, higher = _by_rate(first, second)
    measurement = _measured(lower, higher, everyone)
    if reason := _reason(lower, higher, everyone):
        return Impact(measurement.withheld(reason), None, None, None)
    ratio = float(_ratio(lower, higher))
    figure = measurement.shown(ratio, _interval(lower, higher))
    probability, turns = fisher(lower, higher), flips(lower, higher)
    return Impact(figure, probability, turns, _sign(lower, higher, probability, turns))


def fails_four_fifths(lower: Group, higher: Group) -> bool:
    """In whole numbers: a rate of exactly four fifths does not fail."""
    return 5 * lower.selected * higher.candidates < 4 * higher.selected * lower.candidates


def fisher(first: Group, second: Group) -> Fraction:
    """Two-sided probability of a table as unlikely as this one or more, in whole numbers."""
    selected = first.selected + second.selected
    least = max(0, selected - second.candidates)
    ways = _ways(first.candidates, second.candidates, selected, least)
    seen = ways[first.selected - least]
    return Fraction(sum(each for each in ways if each <= seen), sum(ways))


def flips(lower: Group, higher: Group) -> bool:
    """Whether the other group would be ahead, had one selection gone the other way."""
    if lower.selected == lower.candidates or higher.selected == 0:
        return False
    moved = Group(lower.selected + 1, lower.candidates)
    left = Group(higher.selected - 1, higher.candidates)
    return moved.selected * left.candidates > left.selected * moved.candidates


def expected_ratio(difference: float, rate: float, minority: float) -> float:
    """The ratio to expect when a test with this group difference (in SD) selects this rate.

    ``rate`` and ``minority`` are shares between 0 and 1. De Corte and Lievens (2003).
    """
    if not 0 < rate < 1 or not 0 < minority < 1:
        raise ValueError("rate and minority are shares between 0 and 1")

    def passing(cut: float) -> tuple[float, float]:
        return float(ndtr(-cut - difference)), float(ndtr(-cut))

    def excess(cut: float) -> float:
        below, above = passing(cut)
        return minority * below + (1 - minority) * above - rate

    bound = 40 + abs(difference)
    below, above = passing(float(brentq(excess, -bound, bound, xtol=1e-14)))
    return below / above


def _ways(first: int, second: int, selected: int, least: int) -> list[int]:
    """How many ways lead to each number of selections in the first group, ``least`` of them first.

    Each follows from the one before, in whole numbers.
    """
    ways = [comb(first, least) * comb(second, selected - least)]
    for count in range(least, min(selected, first)):
        up = (first - count) * (selected - count)
        ways.append(ways[-1] * up // ((count + 1) * (second - selected + count + 1)))
    return ways


def _by_rate(first: Group, second: Group) -> tuple[Group, Group]:
    if first.selected * second.candidates <= second.selected * first.candidates:
        return first, second
    return second, first


def _measured(lower: Group, higher: Group, everyone: int) -> Measurement:
    counts = [lower.selected, lower.candidates, higher.selected, higher.candidates, everyone]
    used = lower.candidates + higher.candidates
    method = Method("impact_ratio", 1, "29 CFR 1607.4(D); Questions and Answers 21")
    return Measurement(method, GATE, Sample(used, 0, 0, everyone - used), snapshot_of(counts))


def _reason(lower: Group, higher: Group, everyone: int) -> Reason | None:
    smallest = min(lower.candidates, higher.candidates)
    if smallest < GATE.show or smallest < SMALLEST_SHARE * everyone:
        return Reason.TOO_FEW_UNITS
    return Reason.NO_VARIANCE if higher.selected == 0 else None


def _ratio(lower: Group, higher: Group) -> Fraction:
    return Fraction(lower.selected * higher.candidates, higher.selected * lower.candidates)


def _interval(lower: Group, higher: Group) -> Interval:
    """Katz and others (1978) on the logarithm.

    Where nobody or everybody was selected, half a candidate is added to either outcome.
    """
    is_inside = lower.selected > 0 and higher.selected < higher.candidates
    extra = 0.0 if is_inside else 0.5
    few, many = lower.selected + extra, higher.selected + extra
    small, large = lower.candidates + 2 * extra, higher.candidates + 2 * extra
    middle = log(few * large / (many * small))
    margin = Z * sqrt(1 / few - 1 / small + 1 / many - 1 / large)
    low = exp(middle - margin) if lower.selected else 0.0
    return Interval(low, exp(middle + margin), Basis.ANALYTIC)


def _sign(lower: Group, higher: Group, probability: Fraction, turns: bool) -> ImpactSign:
    if not fails_four_fifths(lower, higher):
        return ImpactSign.FOUR_FIFTHS_MET
    if probability < SIGNIFICANT_BELOW and not turns:
        return ImpactSign.INDICATED
    return ImpactSign.TOO_FEW_SELECTIONS
