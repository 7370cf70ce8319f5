"""Gwet's AC2: agreement that holds up where nearly all ratings are the same.

Gwet (2008, 2014). Shown beside alpha where one value holds more than 80 % of the ratings.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assessments.statistics.figures import Figure, Gate, Method, agreement_verdict
from assessments.statistics.kappas import quadratic_weights
from assessments.statistics.resampling import interval_over
from assessments.statistics.tables import (
    Floats,
    Ratings,
    counts_in,
    judged,
    measured,
    pairable,
    table_of,
    too_few,
)

GATE = Gate(show=10, act=30)
"""Units that two or more have rated."""

ONE_SIDED_ABOVE = 0.8


def ac2_of(ratings: Ratings, scale: Sequence[float]) -> Figure:
    """AC2 with quadratic weights on this whole scale, at most 1.

    A unit with a single rating counts for what chance gives, as in Gwet's own programs, and so is
    not dropped.

    Raises ValueError for a rating that is not on the scale, and for a scale of one point.
    """
    table = table_of(ratings)
    method = Method("gwet_ac2", 1, "Gwet 2008, 2014")
    counts = _counts(table, scale)
    measurement = measured(table, pairable(table), method, GATE, scale)
    unrated = len(table) - len(counts)
    measurement = replace(measurement, sample=replace(measurement.sample, dropped=unrated))
    if reason := too_few(measurement, table):
        return measurement.withheld(reason)
    agreement = 1 - quadratic_weights(len(scale))
    value = _coefficients(np.ones((1, len(counts))), counts, agreement)[0]
    interval = interval_over(len(counts), lambda drawn: _coefficients(drawn, counts, agreement))
    return judged(measurement, float(value), interval, agreement_verdict)


def coefficient(ratings: Ratings, scale: Sequence[float], disagreement: Floats) -> float | None:
    """The bare coefficient, without a gate; with 0/1 weights it is AC1. None where undefined."""
    counts = _counts(table_of(ratings), scale)
    if not len(counts):
        return None
    value = _coefficients(np.ones((1, len(counts))), counts, 1 - disagreement)[0]
    return None if np.isnan(value) else float(value)


def is_one_sided(ratings: Ratings) -> bool:
    """Whether one value holds more than 80 % of the ratings, so that alpha misleads."""
    table = table_of(ratings)
    _, counts = np.unique(table[~np.isnan(table)], return_counts=True)
    return bool(len(counts)) and bool(counts.max() > ONE_SIDED_ABOVE * counts.sum())


def _counts(table: Floats, scale: Sequence[float]) -> Floats:
    """Units that anybody rated × points of the scale."""
    if len(scale) < 2:
        raise ValueError("a scale has two points or more")
    rated = ~np.isnan(table)
    counts = counts_in(table[rated.any(axis=1)], np.array(scale, dtype=np.float64))
    if counts.sum() != rated.sum():
        raise ValueError("a rating is not on the scale")
    return counts


def _coefficients(weights: Floats, counts: Floats, agreement: Floats) -> Floats:
    """One value per row of ``weights`` (draws × units); NaN where no unit has two ratings."""
    rated = counts.sum(axis=1)
    close = (counts * (counts @ agreement - 1)).sum(axis=1)
    pairs = rated * (rated - 1)
    agreed = np.divide(close, pairs, out=np.zeros(len(pairs)), where=pairs > 0)
    paired = weights @ (pairs > 0).astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = weights @ agreed / paired
    shares = weights @ (counts / rated[:, None]) / weights.sum(axis=1)[:, None]
    size = counts.shape[1]
    expected = agreement.sum() / (size * (size - 1)) * (shares * (1 - shares)).sum(axis=1)
    values: Floats = (observed - expected) / (1 - expected)
    return values
