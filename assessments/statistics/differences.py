"""Self and manager: mean difference, its spread, and how often both lie within one level.

Bland and Altman (1986; 2007 for groups). Values are those of all pairs. Intervals of one person
rest on her skills, those of a group on its people: ratings of the same person are not independent.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assessments.statistics.figures import (
    Figure,
    Gate,
    Interval,
    Measurement,
    Method,
    Reason,
    Sample,
    Verdict,
    snapshot_of,
)
from assessments.statistics.intervals import (
    Z,
    jackknife_interval,
    ratio_interval,
    spread_interval,
    t_interval,
    wilson,
    within_a_whole,
)
from assessments.statistics.pair_sums import (
    SUMMED,
    Pair,
    Statistic,
    Sums,
    exacts,
    means,
    nears,
    roots,
    spreads,
    sums_of,
)
from assessments.statistics.tables import TINY, Floats

USUAL_WITHIN = 0.5
"""A mean difference of less than half a level is inside the usual range."""

FEWEST_PEOPLE = 5
"""No figure of a group is shown for fewer people."""

BIAS_GATE = Gate(show=5, interval=10, act=30)
SHARE_GATE = Gate(show=10, act=50)
"""Pairs of levels of one person; to act on a group's figures it takes as many people."""

FEWEST_TO_LEAVE_OUT = 15
"""Units from which on an interval by leaving one out after the other comes near its 95 %: the
skills of one person, the people of a group. For fewer there is none."""

SOURCE = "Bland & Altman 1986, 2007"


@dataclass(frozen=True, slots=True)
class Differences:
    """Self minus manager.

    ``bias`` is the mean in levels, ``spread`` the standard deviation, ``rmse`` the root of the
    mean square; ``exact`` and ``within_one`` are shares from 0 to 1.
    """

    bias: Figure
    spread: Figure
    rmse: Figure
    exact: Figure
    within_one: Figure

    @property
    def limits(self) -> tuple[float, float] | None:
        """Between these about 95 % of the differences lie.

        None for fewer than ten pairs, and where no two differ.
        """
        if self.bias.value is None or self.spread.value is None or self.spread.value < TINY:
            return None
        if self.bias.of.sample.pairs < self.bias.of.gate.interval:
            return None
        margin = Z * self.spread.value
        return self.bias.value - margin, self.bias.value + margin


def differences_of(pairs: Sequence[Pair]) -> Differences:
    """Of one person; every pair is one skill that both rated."""
    return _differences([[pair] for pair in pairs], None)


def group_differences(people: Sequence[Sequence[Pair]]) -> Differences:
    """Of a group, person by person; () for whom not both sides have rated.

    Withheld below five people with a pair.
    """
    return _differences([pairs for pairs in people if pairs], len(people))


def _differences(clusters: Sequence[Sequence[Pair]], people: int | None) -> Differences:
    """``people`` counts everybody in the group; None where the pairs are those of one person."""
    seen = _Seen.of(clusters, people)
    spread = seen.figure("spread", BIAS_GATE, spreads, spread_interval)
    deviation = spread.value or 0.0
    bias = seen.figure(
        "bias", BIAS_GATE, means, lambda value, pairs: t_interval(value, deviation, pairs)
    )
    return Differences(
        bias=replace(bias, verdict=seen.verdict(bias)),
        spread=spread,
        rmse=seen.figure("rmse", BIAS_GATE, roots, None),
        exact=seen.figure("exact", SHARE_GATE, exacts, wilson),
        within_one=seen.figure("within_one", SHARE_GATE, nears, wilson),
    )


Analytic = Callable[[float, int], Interval | None]
"""From a value and the number of pairs to the interval."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Pairs in clusters: the skills of one person, or the people of a group.

    ``sums`` are clusters × the numbers of ``Sums``.
    """

    sums: Floats
    sample: Sample
    snapshot: str
    is_group: bool

    @classmethod
    def of(cls, clusters: Sequence[Sequence[Pair]], people: int | None) -> "_Seen":
        numbers = [[list(pair) for pair in pairs] for pairs in clusters]
        everyone = len(clusters) if people is None else people
        count = sum(map(len, clusters))
        sample = Sample(len(clusters), 2, count, everyone - len(clusters))
        sums = np.array([sums_of(pairs) for pairs in clusters]).reshape(
            len(clusters), len(Sums._fields)
        )
        return cls(sums, sample, snapshot_of(numbers), people is not None)

    def figure(
        self, name: str, gate: Gate, statistic: Statistic, analytic: Analytic | None
    ) -> Figure:
        """``analytic`` gives the interval for the pairs of one person; without it: jackknife."""
        kind = "self_manager_group" if self.is_group else "self_manager"
        method = Method(f"{kind}_{name}", 2, SOURCE)
        measurement = Measurement(method, gate, self.sample, self.snapshot)
        pairs = self.sample.pairs
        if pairs < gate.show or (self.is_group and self.sample.units < FEWEST_PEOPLE):
            return measurement.withheld(Reason.TOO_FEW_UNITS)
        value = float(statistic(Sums(*self.sums.sum(axis=0))))
        if pairs < gate.interval:
            return measurement.shown(value, None)
        if self.is_group:
            return measurement.shown(value, self._over_people(value, statistic))
        if analytic:
            return measurement.shown(value, analytic(value, pairs))
        return measurement.shown(value, self._left_out(value, statistic))

    def verdict(self, bias: Figure) -> Verdict | None:
        """Where the whole interval lies to the usual range; None before it may be said."""
        counted = self.sample.units if self.is_group else self.sample.pairs
        if bias.interval is None or counted < bias.of.gate.act:
            return None
        low, high = bias.interval.low, bias.interval.high
        if low > -USUAL_WITHIN and high < USUAL_WITHIN:
            return Verdict.USUAL
        is_outside = low >= USUAL_WITHIN or high <= -USUAL_WITHIN
        return Verdict.UNUSUAL if is_outside else Verdict.UNDECIDED

    def _over_people(self, value: float, statistic: Statistic) -> Interval | None:
        if summed := SUMMED.get(statistic):
            each = Sums(*self.sums.T)
            interval = ratio_interval(getattr(each, summed), each.pairs)
            return interval if statistic is means else within_a_whole(interval)
        return self._left_out(value, statistic)

    def _left_out(self, value: float, statistic: Statistic) -> Interval | None:
        if len(self.sums) < FEWEST_TO_LEAVE_OUT:
            return None
        rest = self.sums.sum(axis=0) - self.sums
        return jackknife_interval(value, statistic(Sums(*rest.T)))
