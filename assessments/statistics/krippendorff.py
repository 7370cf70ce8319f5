"""Krippendorff's alpha: agreement of any number of raters, with any ratings missing.

Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability.
"""

from enum import StrEnum

import numpy as np

from assessments.statistics.figures import Figure, Gate, Method, agreement_verdict
from assessments.statistics.resampling import interval_over
from assessments.statistics.tables import (
    Floats,
    Ratings,
    categories_in,
    counts_in,
    judged,
    measured,
    pairable,
    table_of,
    too_few,
)

GATE = Gate(show=10, act=30)
"""Units that two or more have rated."""


class Metric(StrEnum):
    """How far two ratings lie apart. Ordinal is Krippendorff's own, not Gwet's weights."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def alpha_of(ratings: Ratings, metric: Metric = Metric.ORDINAL) -> Figure:
    """Alpha, at most 1; 0 is what chance gives. Units are persons or candidates.

    Raises ValueError for rows of different length, and for the ratio metric on negative ratings.
    """
    table = table_of(ratings)
    used = pairable(table)
    method = Method(f"krippendorff_alpha_{metric}", 1, "Krippendorff 2011")
    measurement = measured(table, used, method, GATE)
    if reason := too_few(measurement, table):
        return measurement.withheld(reason)
    coincidences, values = _coincidences(used), categories_in(used)
    value = _alphas(np.ones((1, len(used))), coincidences, values, metric)[0]
    interval = interval_over(len(used), lambda drawn: _alphas(drawn, coincidences, values, metric))
    return judged(measurement, float(value), interval, agreement_verdict)


def alpha(ratings: Ratings, metric: Metric) -> float | None:
    """The bare coefficient, without a gate; None where nothing varies or nothing pairs."""
    used = pairable(table_of(ratings))
    if not len(used):
        return None
    everything = np.ones((1, len(used)))
    value = _alphas(everything, _coincidences(used), categories_in(used), metric)[0]
    return None if np.isnan(value) else float(value)


def _coincidences(used: Floats) -> Floats:
    """Units × (q · q): each unit's pairs of values, every value counting once in all."""
    counts = counts_in(used, categories_in(used))
    rated = counts.sum(axis=1)
    pairs = counts[:, :, None] * counts[:, None, :]
    places = np.arange(counts.shape[1])
    pairs[:, places, places] -= counts
    whole: Floats = (pairs / (rated - 1)[:, None, None]).reshape(len(used), -1)
    return whole


def _alphas(weights: Floats, coincidences: Floats, values: Floats, metric: Metric) -> Floats:
    """One alpha per row of ``weights`` (draws × units); NaN where no disagreement is possible."""
    size = len(values)
    observed = (weights @ coincidences).reshape(len(weights), size, size)
    marginals = observed.sum(axis=2)
    total = marginals.sum(axis=1)
    distances = _squared_distances(marginals, values, metric)
    found = (observed * distances).sum(axis=(1, 2))
    expected = np.einsum("di,dij,dj->d", marginals, distances, marginals)
    with np.errstate(invalid="ignore", divide="ignore"):
        alphas: Floats = 1 - (total - 1) * found / expected
    return np.where(expected > 0, alphas, np.nan)


def _squared_distances(marginals: Floats, values: Floats, metric: Metric) -> Floats:
    """Draws × q × q; only the ordinal metric depends on how often each value occurs."""
    if metric is Metric.ORDINAL:
        below = np.cumsum(marginals, axis=1) - marginals / 2
        return np.square(below[:, :, None] - below[:, None, :])
    first, second = values[:, None], values[None, :]
    if metric is Metric.NOMINAL:
        apart = (first != second).astype(float)
    elif metric is Metric.INTERVAL:
        apart = np.square(first - second)
    else:
        apart = _ratio(first, second)
    return np.broadcast_to(apart, (len(marginals), *apart.shape))


def _ratio(first: Floats, second: Floats) -> Floats:
    if (first < 0).any():
        raise ValueError("the ratio metric is for ratings from 0 on")
    both = first + second
    share: Floats = np.square(
        np.divide(first - second, both, out=np.zeros(both.shape), where=both > 0)
    )
    return share
