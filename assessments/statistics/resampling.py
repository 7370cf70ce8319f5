"""Percentile bootstrap over units: persons or candidates, never single ratings."""

from collections.abc import Callable

import numpy as np

from assessments.statistics.figures import Basis, Interval
from assessments.statistics.tables import Floats

DRAWS = 1000
SEED = 20240401
"""One seed for all, kept with every interval, so that the same data give the same interval."""

MOST_UNDEFINED = 0.05
"""Share of draws in which a statistic may have no value before the interval is given up."""


def interval_over(units: int, statistic: Callable[[Floats], Floats]) -> Interval | None:
    """95 % percentile interval; None where too many draws have no value.

    ``statistic`` takes weights, draws × units (how often each unit was drawn), and gives one
    value a draw, NaN where there is none.
    """
    drawn = np.random.default_rng(SEED).integers(0, units, size=(DRAWS, units))
    places = drawn + np.arange(DRAWS)[:, None] * units
    weights = np.bincount(places.ravel(), minlength=DRAWS * units).reshape(DRAWS, units)
    values = statistic(weights.astype(float))
    known = values[np.isfinite(values)]
    if len(known) < DRAWS * (1 - MOST_UNDEFINED):
        return None
    low, high = np.percentile(known, (2.5, 97.5))
    return Interval(float(low), float(high), Basis.BOOTSTRAP, DRAWS, SEED)
