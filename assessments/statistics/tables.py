"""Ratings as arrays: units in rows, raters in columns, NaN where nobody rated."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

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

Ratings = Sequence[Sequence[float | None]]
"""One row per unit (a person, a candidate), one place per rater; None where there is no rating."""

Floats = NDArray[np.float64]

TINY = 1e-12
"""Below this a difference of ratings or figures is one of rounding."""


def table_of(ratings: Ratings) -> Floats:
    """Units × raters. Raises ValueError when rows differ in length or hold no finite numbers."""
    if len({len(row) for row in ratings}) > 1:
        raise ValueError("every unit needs a place for every rater")
    width = len(ratings[0]) if ratings else 0
    cells = [[np.nan if each is None else _finite(each) for each in row] for row in ratings]
    return np.array(cells, dtype=np.float64).reshape(len(ratings), width)


def pairable(table: Floats) -> Floats:
    """The units that at least two raters have rated."""
    chosen: Floats = table[(~np.isnan(table)).sum(axis=1) >= 2]
    return chosen


def complete(table: Floats) -> Floats:
    """The units that every rater with a rating has rated."""
    rated = ~np.isnan(table)
    present = table[:, rated.any(axis=0)]
    return present[~np.isnan(present).any(axis=1)]


def counts_in(table: Floats, categories: Floats) -> Floats:
    """Units × categories: how many raters chose each."""
    return np.stack([(table == each).sum(axis=1) for each in categories], axis=1).astype(float)


def categories_in(table: Floats) -> Floats:
    """The values that occur, in rising order."""
    return np.unique(table[~np.isnan(table)])


def measured(
    table: Floats, used: Floats, method: Method, gate: Gate, scale: Sequence[float] = ()
) -> Measurement:
    """A measurement of the ``used`` units of a table; ``scale`` where the figure depends on it."""
    rated = ~np.isnan(used)
    each = rated.sum(axis=1)
    raters = int(rated.any(axis=0).sum()) if len(used) else 0
    pairs = int((each * (each - 1) // 2).sum())
    sample = Sample(len(used), raters, pairs, len(table) - len(used))
    cells = [[None if np.isnan(value) else float(value) for value in row] for row in table]
    return Measurement(method, gate, sample, snapshot_of([list(scale), cells]))


def too_few(measurement: Measurement, table: Floats) -> Reason | None:
    """Why a figure over units of this table may not be shown yet."""
    raters = int((~np.isnan(table)).any(axis=0).sum())
    if 0 < raters < measurement.gate.raters:
        return Reason.TOO_FEW_RATERS
    return Reason.TOO_FEW_UNITS if measurement.sample.units < measurement.gate.show else None


def judged(
    measurement: Measurement,
    value: float,
    interval: Interval | None,
    judge: Callable[[float], Verdict],
) -> Figure:
    """The figure with its verdict, where there is enough for one; withheld where it has no value.

    An interval without width is left out, and the verdict with it: data that cannot vary when
    they are drawn again prove no certainty.
    """
    if np.isnan(value) or interval is None:
        return measurement.withheld(Reason.NO_VARIANCE)
    if interval.high - interval.low < TINY:
        return measurement.shown(value, None)
    verdict = judge(interval.low) if may_act(measurement) else None
    return measurement.shown(value, interval, verdict)


def may_act(measurement: Measurement) -> bool:
    """Whether there is enough for a verdict."""
    sample, gate = measurement.sample, measurement.gate
    return sample.units >= gate.act and sample.raters >= gate.act_raters


def _finite(value: float) -> float:
    if not np.isfinite(value):
        raise ValueError("ratings must be finite")
    return float(value)
