"""Kappas: agreement beyond chance of two raters on a scale, or of several without an order.

Cohen (1968) with the standard errors of Fleiss, Cohen and Everitt (1969); Fleiss (1971).
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from assessments.statistics.figures import (
    Basis,
    Figure,
    Gate,
    Interval,
    Measurement,
    Method,
    Reason,
    Sample,
    agreement_verdict,
    snapshot_of,
)
from assessments.statistics.intervals import Z
from assessments.statistics.resampling import interval_over
from assessments.statistics.tables import (
    Floats,
    Ratings,
    categories_in,
    complete,
    counts_in,
    judged,
    measured,
    table_of,
    too_few,
)

ACT_FROM_PAIRS = 100
FLEISS_GATE = Gate(show=10, act=30)


def weighted_kappa(pairs: Sequence[tuple[int, int]], scale: Sequence[int]) -> Figure:
    """Kappa with quadratic weights of pairs such as (self, manager), on this whole scale.

    At most 1. Shown from 2 q² pairs on for q points of the scale (Cicchetti and Fleiss). Raises
    ValueError for a rating that is not on the scale.
    """
    place = {point: index for index, point in enumerate(scale)}
    if unknown := {each for pair in pairs for each in pair} - set(place):
        raise ValueError(f"not on the scale: {sorted(unknown)}")
    gate = Gate(show=2 * len(scale) ** 2, act=ACT_FROM_PAIRS)
    sample = Sample(len(pairs), 2, len(pairs))
    snapshot = snapshot_of([list(scale), [list(pair) for pair in pairs]])
    method = Method("weighted_kappa", 1, "Cohen 1968; Fleiss, Cohen & Everitt 1969")
    measurement = Measurement(method, gate, sample, snapshot)
    if len(pairs) < gate.show:
        return measurement.withheld(Reason.TOO_FEW_UNITS)
    counts = np.zeros((len(scale), len(scale)))
    for first, second in pairs:
        counts[place[first], place[second]] += 1
    disagreement = quadratic_weights(len(scale))
    value = kappa(counts, disagreement)
    if value is None:
        return measurement.withheld(Reason.NO_VARIANCE)
    margin = Z * standard_error(counts, disagreement)
    interval = Interval(value - margin, min(value + margin, 1.0), Basis.ANALYTIC)
    return judged(measurement, value, interval, agreement_verdict)


def quadratic_weights(size: int) -> Floats:
    """Disagreement 0 to 1 by the square of the distance."""
    places = np.arange(size, dtype=np.float64)
    squares: Floats = np.square(places[:, None] - places[None, :]) / max(1, (size - 1) ** 2)
    return squares


def kappa(counts: Floats, disagreement: Floats) -> float | None:
    """1 − observed ÷ expected disagreement; None where chance cannot disagree."""
    shares = counts / counts.sum()
    expected = (_by_chance(shares) * disagreement).sum()
    if expected <= 0:
        return None
    return float(1 - (shares * disagreement).sum() / expected)


def standard_error(counts: Floats, disagreement: Floats, *, at_chance: bool = False) -> float:
    """Of kappa; ``at_chance`` gives the one under the hypothesis that kappa is 0."""
    total, shares = counts.sum(), counts / counts.sum()
    agreement = 1 - disagreement / disagreement.max()
    chance = _by_chance(shares)
    expected = (chance * agreement).sum()
    value = ((shares * agreement).sum() - expected) / (1 - expected)
    means = (agreement @ shares.sum(axis=0))[:, None] + (shares.sum(axis=1) @ agreement)[None, :]
    if at_chance:
        spread = (chance * np.square(agreement - means)).sum() - expected**2
    else:
        spread = (shares * np.square(agreement - means * (1 - value))).sum()
        spread -= (value - expected * (1 - value)) ** 2
    return sqrt(max(0.0, float(spread)) / total) / (1 - float(expected))


def fleiss_kappa(ratings: Ratings) -> Figure:
    """Fleiss' kappa of units that every rater has sorted into one of several kinds."""
    table = table_of(ratings)
    used = complete(table)
    measurement = measured(table, used, Method("fleiss_kappa", 1, "Fleiss 1971"), FLEISS_GATE)
    if reason := too_few(measurement, table):
        return measurement.withheld(reason)
    counts = counts_in(used, categories_in(used))
    value = _fleiss(np.ones((1, len(used))), counts)[0]
    interval = interval_over(len(used), lambda drawn: _fleiss(drawn, counts))
    return judged(measurement, float(value), interval, agreement_verdict)


def fleiss(ratings: Ratings) -> float | None:
    """The bare coefficient, without a gate; None where chance cannot disagree."""
    used = complete(table_of(ratings))
    if not len(used):
        return None
    value = _fleiss(np.ones((1, len(used))), counts_in(used, categories_in(used)))[0]
    return None if np.isnan(value) else float(value)


def _fleiss(weights: Floats, counts: Floats) -> Floats:
    raters = counts[0].sum()
    agreed = (np.square(counts).sum(axis=1) - raters) / (raters * (raters - 1))
    drawn = weights.sum(axis=1)
    observed = weights @ agreed / drawn
    shares = weights @ counts / (drawn * raters)[:, None]
    expected = np.square(shares).sum(axis=1)
    room = 1 - expected
    values: Floats = np.divide(
        observed - expected, room, out=np.full(len(room), np.nan), where=room > 1e-12
    )
    return values


def _by_chance(shares: Floats) -> Floats:
    chance: Floats = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    return chance
