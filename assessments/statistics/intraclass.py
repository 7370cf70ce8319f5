"""Intraclass correlations of a complete block: every rater has rated every unit.

Shrout and Fleiss (1979); intervals of McGraw and Wong (1996). Near the lowest value that there can
be, −1 ÷ (raters − 1), their formula misses the value or turns round: there is no interval then, and
raters who disagree that much are poor by any.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtri

from assessments.statistics.figures import (
    Basis,
    Figure,
    Gate,
    Interval,
    Method,
    Reason,
    Verdict,
    intraclass_verdict,
)
from assessments.statistics.tables import (
    Floats,
    Ratings,
    complete,
    judged,
    may_act,
    measured,
    table_of,
    too_few,
)

GATE = Gate(show=10, act=30, act_raters=3)
"""Units that every rater has rated."""

ALIKE = 1e-9
"""Points by which the means of units differ at most when they are the same but for rounding."""


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """Mean squares of n units × k raters: between units, within, between raters, and error."""

    units: int
    raters: int
    between: float
    within: float
    judges: float
    error: float

    def single(self) -> float:
        """ICC(2,1): one rater of many, absolute agreement. 0 where nothing varies."""
        n, k = self.units, self.raters
        spread = self.between + (k - 1) * self.error + k * (self.judges - self.error) / n
        return _share(self.between - self.error, spread)

    def average(self) -> float:
        """ICC(2,k): the mean of these k raters, absolute agreement."""
        spread = self.between + (self.judges - self.error) / self.units
        return _share(self.between - self.error, spread)

    def one_way(self, raters: int) -> float:
        """ICC(1,1) for one rater, ICC(1,k) for k: raters differ from unit to unit."""
        return _share(self.between - self.within, self._spread(self.within, raters))

    def consistency(self, raters: int) -> float:
        """ICC(3,1) for one rater, ICC(3,k) for k: these raters only, their severity aside."""
        return _share(self.between - self.error, self._spread(self.error, raters))

    def _spread(self, noise: float, raters: int) -> float:
        return self.between + (self.raters / raters - 1) * noise


def single_rater(ratings: Ratings) -> Figure:
    """ICC(2,1): how far one rater's score can be relied on."""
    return _figure(ratings, "icc_2_1", averaged=False)


def panel_mean(ratings: Ratings) -> Figure:
    """ICC(2,k), cut at 0: how far the mean of this panel can be relied on."""
    return _figure(ratings, "icc_2_k", averaged=True)


def mean_squares(table: Floats) -> MeanSquares:
    """Of a complete block with two units and two raters or more."""
    n, k = table.shape
    rows, columns, grand = table.mean(axis=1), table.mean(axis=0), table.mean()
    between = k * np.square(rows - grand).sum() / (n - 1)
    within = np.square(table - rows[:, None]).sum() / (n * (k - 1))
    judges = n * np.square(columns - grand).sum() / (k - 1)
    residual = table - rows[:, None] - columns[None, :] + grand
    error = np.square(residual).sum() / ((n - 1) * (k - 1))
    return MeanSquares(n, k, float(between), float(within), float(judges), float(error))


def single_interval(squares: MeanSquares) -> tuple[float, float]:
    """95 % of ICC(2,1), the case of McGraw and Wong that R:psych and pingouin print."""
    n, k = squares.units, squares.raters
    freedom = _satterthwaite(squares)
    upper, lower = fdtri(n - 1, freedom, 0.975), fdtri(freedom, n - 1, 0.975)
    noise = k * squares.judges + (k * n - k - n) * squares.error
    between = n * squares.between
    low = (between - n * upper * squares.error) / (upper * noise + between)
    high = (lower * between - n * squares.error) / (noise + lower * between)
    return float(low), float(high)


def consistency_interval(squares: MeanSquares) -> tuple[float, float]:
    """95 % of ICC(3,1)."""
    n, k = squares.units, squares.raters
    ratio = squares.between / squares.error
    low = ratio / fdtri(n - 1, (n - 1) * (k - 1), 0.975)
    high = ratio * fdtri((n - 1) * (k - 1), n - 1, 0.975)
    return float((low - 1) / (low + k - 1)), float((high - 1) / (high + k - 1))


def averaged_over(single: float, raters: int) -> float:
    """Spearman and Brown: from one rater to the mean of several."""
    return raters * single / (1 + (raters - 1) * single)


def _figure(ratings: Ratings, method_id: str, *, averaged: bool) -> Figure:
    table = table_of(ratings)
    used = complete(table)
    method = Method(method_id, 1, "Shrout & Fleiss 1979; McGraw & Wong 1996")
    measurement = measured(table, used, method, GATE)
    if reason := too_few(measurement, table):
        return measurement.withheld(reason)
    if np.ptp(used.mean(axis=1)) < ALIKE:
        return measurement.withheld(Reason.NO_VARIANCE)
    squares = mean_squares(used)
    value, (low, high) = squares.single(), single_interval(squares)
    if averaged:
        value, low, high = (_averaged(each, squares.raters) for each in (value, low, high))
    if value <= 0 and not (low <= value <= high and low < high):
        return measurement.shown(value, None, Verdict.POOR if may_act(measurement) else None)
    return judged(measurement, value, Interval(low, high, Basis.ANALYTIC), intraclass_verdict)


def _averaged(single: float, raters: int) -> float:
    """No less than 0: below it the formula has a pole, and no panel is worse than useless."""
    return averaged_over(max(0.0, single), raters)


def _satterthwaite(squares: MeanSquares) -> float:
    n, k, rho = squares.units, squares.raters, squares.single()
    if squares.error == 0:
        return float(k - 1)
    judged = k * rho * squares.judges / squares.error
    rest = n * (1 + (k - 1) * rho) - k * rho
    above = (k - 1) * (n - 1) * (judged + rest) ** 2
    return float(above / ((n - 1) * judged**2 + rest**2))


def _share(part: float, whole: float) -> float:
    """Part of the whole; 0 where noise leaves nothing to be a part of."""
    return part / whole if whole > 0 else 0.0
