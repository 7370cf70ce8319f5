"""95 % intervals with a formula: of means, a standard deviation and shares."""

from dataclasses import replace
from math import sqrt

from scipy.special import chdtri, stdtrit

from assessments.statistics.figures import Basis, Interval
from assessments.statistics.tables import Floats

Z = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""

TINY = 1e-12


def t_interval(mean: float, deviation: float, pairs: int) -> Interval:
    margin = float(stdtrit(pairs - 1, 0.975)) * deviation / sqrt(pairs)
    return Interval(mean - margin, mean + margin, Basis.ANALYTIC)


def spread_interval(deviation: float, pairs: int) -> Interval:
    freedom = pairs - 1
    low, high = (deviation * sqrt(freedom / float(chdtri(freedom, p))) for p in (0.025, 0.975))
    return Interval(low, high, Basis.ANALYTIC)


def wilson(share: float, pairs: int) -> Interval:
    """Wilson (1927) for a share of the pairs."""
    weight = Z * Z / pairs
    middle = (share + weight / 2) / (1 + weight)
    margin = Z * sqrt(share * (1 - share) / pairs + weight / (4 * pairs)) / (1 + weight)
    return Interval(max(0.0, middle - margin), min(1.0, middle + margin), Basis.ANALYTIC)


def ratio_interval(sums: Floats, pairs: Floats) -> Interval | None:
    """Of a mean over all pairs, by t over people: how far each lies from what the mean expects.

    None where nobody differs from it: a handful of people who are alike prove no certainty.
    """
    people = len(sums)
    mean = float(sums.sum() / pairs.sum())
    apart = (sums - mean * pairs) / pairs.mean()
    deviation = float(apart.std(ddof=1))
    if deviation < TINY:
        return None
    margin = float(stdtrit(people - 1, 0.975)) * deviation / sqrt(people)
    return Interval(mean - margin, mean + margin, Basis.ANALYTIC)


def within_a_whole(interval: Interval | None) -> Interval | None:
    """Of a share: from 0 to 1."""
    if interval is None:
        return None
    return replace(interval, low=max(0.0, interval.low), high=min(1.0, interval.high))
