"""How severe each rater is, once it is known whom she rated: a crossed random-effects model.

score = mean + unit + rater + error, by restricted maximum likelihood; severity = −BLUP of the
rater. Only raters that are linked through units they share can be compared.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assessments.statistics.crossed_effects import Fitted, fit, is_without_residual
from assessments.statistics.figures import Basis, Figure, Gate, Interval, Method, Reason
from assessments.statistics.intervals import Z
from assessments.statistics.tables import Floats, Ratings, measured, pairable, table_of

GATE = Gate(show=5, act=20, raters=3, act_raters=5)
"""Units that a rater shares with another; raters in the design."""

NO_DIFFERENCE = 1e-4
"""Ratio of the raters' standard deviation to the residual's below which it counts as none."""


def severities_of(ratings: Ratings, raters: tuple[str, ...]) -> Mapping[str, Figure]:
    """Severity in points by rater: above 0 scores lower than the mean of these raters would.

    ``raters`` name the columns. Who shares too few units with others is left out, and the rest is
    compared without her. Nothing is shown where the data give no difference between raters, or no
    residual to hold one against. Raises ValueError when names and columns differ in number.
    """
    table = table_of(ratings)
    if table.size and table.shape[1] != len(raters):
        raise ValueError("every column needs a rater")
    seats = _seats(table)
    used = pairable(table[:, seats])
    measurement = measured(table, used, Method("rater_severity", 2, "Bates 2010; REML"), GATE)
    fitted = _fitted(table, used)
    if isinstance(fitted, Reason):
        return {each: measurement.withheld(fitted) for each in raters}
    found = {each: measurement.withheld(Reason.TOO_FEW_UNITS) for each in raters}
    shared = (~np.isnan(used)).sum(axis=0)
    for seat, units, severity, error in zip(
        seats, shared, -fitted.raters, fitted.errors, strict=True
    ):
        own = replace(measurement, sample=replace(measurement.sample, units=int(units)))
        low, high = float(severity - Z * error), float(severity + Z * error)
        found[raters[seat]] = own.shown(float(severity), Interval(low, high, Basis.ANALYTIC))
    return found


def is_connected(table: Floats) -> bool:
    """Whether every rater is linked to every other through units rated by both (union-find)."""
    parent = list(range(table.shape[1]))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for row in ~np.isnan(table):
        seats = [int(each) for each in np.flatnonzero(row)]
        for seat in seats[1:]:
            parent[root(seat)] = root(seats[0])
    return len({root(each) for each in range(len(parent))}) == 1


def _seats(table: Floats) -> NDArray[np.intp]:
    """The columns of raters who share enough units with others of these raters."""
    seats = np.arange(table.shape[1])
    while True:
        shared = (~np.isnan(pairable(table[:, seats]))).sum(axis=0)
        kept = seats[shared >= GATE.show]
        if len(kept) == len(seats):
            return seats
        seats = kept


def _fitted(table: Floats, used: Floats) -> Fitted | Reason:
    """The model of the ratings that are used, or why there is none."""
    if 0 < (~np.isnan(table)).any(axis=0).sum() < GATE.raters:
        return Reason.TOO_FEW_RATERS
    if used.shape[1] < GATE.raters:
        return Reason.TOO_FEW_UNITS
    if not is_connected(used):
        return Reason.NOT_CONNECTED
    if is_without_residual(used):
        return Reason.NO_VARIANCE
    fitted = fit(used)
    if fitted is None:
        return Reason.NOT_CONVERGED
    is_alike = fitted.components.rater < NO_DIFFERENCE * fitted.components.residual
    return Reason.NO_VARIANCE if is_alike else fitted
