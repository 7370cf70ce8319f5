"""How severe each rater is, once it is known whom she rated: a crossed random-effects model.

score = mean + unit + rater + error, by restricted maximum likelihood; severity = −BLUP of the
rater. Only raters that are linked through units they share can be compared.
"""

from collections.abc import Mapping

import numpy as np

from assessments.statistics.crossed_effects import fit, is_without_residual
from assessments.statistics.figures import (
    Basis,
    Figure,
    Gate,
    Interval,
    Measurement,
    Method,
    Reason,
)
from assessments.statistics.intervals import Z
from assessments.statistics.tables import Floats, Ratings, measured, pairable, table_of

GATE = Gate(show=5, act=20, raters=3, act_raters=5)
"""Units that a rater shares with another; raters in the design."""

NO_DIFFERENCE = 1e-4
"""Ratio of the raters' standard deviation to the residual's below which it counts as none."""


def severities_of(ratings: Ratings, raters: tuple[str, ...]) -> Mapping[str, Figure]:
    """Severity in points by rater: above 0 scores lower than the others would.

    ``raters`` name the columns. Shown for all or for none of them: not where the data give no
    difference between raters, or no residual to hold one against. Raises ValueError when names
    and columns differ in number.
    """
    table = table_of(ratings)
    if table.size and table.shape[1] != len(raters):
        raise ValueError("every column needs a rater")
    used = pairable(table)
    measurement = measured(table, used, Method("rater_severity", 1, "Bates 2010; REML"), GATE)
    if reason := _reason(used):
        return _withheld(measurement, raters, reason)
    fitted = fit(used)
    if fitted is None:
        return _withheld(measurement, raters, Reason.NOT_CONVERGED)
    if fitted.components.rater < NO_DIFFERENCE * fitted.components.residual:
        return _withheld(measurement, raters, Reason.NO_VARIANCE)
    figures = zip(raters, -fitted.raters, Z * fitted.errors, strict=True)
    return {
        rater: measurement.shown(
            float(severity),
            Interval(float(severity - margin), float(severity + margin), Basis.ANALYTIC),
        )
        for rater, severity, margin in figures
    }


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


def _withheld(
    measurement: Measurement, raters: tuple[str, ...], reason: Reason
) -> Mapping[str, Figure]:
    return {each: measurement.withheld(reason) for each in raters}


def _reason(used: Floats) -> Reason | None:
    if not len(used):
        return Reason.TOO_FEW_UNITS
    shared = (~np.isnan(used)).sum(axis=0)
    if (shared > 0).sum() < GATE.raters:
        return Reason.TOO_FEW_RATERS
    if not is_connected(used):
        return Reason.NOT_CONNECTED
    if shared.min() < GATE.show:
        return Reason.TOO_FEW_UNITS
    return Reason.NO_VARIANCE if is_without_residual(used) else None
