"""95 % intervals without drawing: of means, a standard deviation, shares, and by leaving out.

None where nothing differs: cases that are all alike prove no certainty.
"""

from dataclasses import replace
from math import exp, sqrt

import numpy as np
from scipy.special import chdtri, stdtrit

from assessments.statistics.figures import Basis, Interval
from assessments.statistics.tables import TINY, Floats

Z = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""


def t_interval(mean: float, deviation: float, count: int) -> Interval | None:
    """Of the mean of so many that are independent of each other."""
    if deviation < TINY:
        return None
    margin = float(stdtrit(count - 1, 0.975)) * deviation / sqrt(count)
    return Interval(mean - margin, mean + margin, Basis.ANALYTIC)


def spread_interval(deviation: float, pairs: int) -> Interval | None:
    if deviation < TINY:
        return None
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
    """Of a mean over all pairs, by t over people: how far each lies from what the mean expects."""
    mean = float(sums.sum() / pairs.sum())
    apart = (sums - mean * pairs) / pairs.mean()
    return t_interval(mean, float(apart.std(ddof=1)), len(sums))


def jackknife_interval(value: float, left_out: Floats) -> Interval | None:
    """Of a positive statistic, by t on its logarithm (Efron and Tibshirani 1993, chapter 11).

    ``left_out`` are its values with one unit after the other left out. A percentile bootstrap of
    a standard deviation covers 79 to 90 % for 15 people; this covers 90 to 95 %.
    """
    if value < TINY or left_out.min() < TINY:
        return None
    logs, units = np.log(left_out), len(left_out)
    error = sqrt((units - 1) / units * float(np.square(logs - logs.mean()).sum()))
    if error < TINY:
        return None
    factor = exp(float(stdtrit(units - 1, 0.975)) * error)
    return Interval(value / factor, value * factor, Basis.JACKKNIFE)


def within_a_whole(interval: Interval | None) -> Interval | None:
    """Of a share: from 0 to 1."""
    if interval is None:
        return None
    return replace(interval, low=max(0.0, interval.low), high=min(1.0, interval.high))
