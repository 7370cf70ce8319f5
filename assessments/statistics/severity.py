"""How severe each rater is, once it is known whom she rated: a crossed random-effects model.

score = mean + unit + rater + error, by restricted maximum likelihood; severity = −BLUP of the
rater. Only raters that are linked through units they share can be compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize

from assessments.statistics.figures import Basis, Figure, Gate, Interval, Method, Reason
from assessments.statistics.kappas import Z
from assessments.statistics.tables import Floats, Ratings, measured, pairable, table_of

GATE = Gate(show=5, act=20, raters=3, act_raters=5)
"""Units that a rater shares with another; raters in the design."""


@dataclass(frozen=True, slots=True)
class Components:
    """Standard deviations in points, the mean, and the criterion (−2 log likelihood)."""

    unit: float
    rater: float
    residual: float
    mean: float
    criterion: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Components, and for each rater the BLUP with the standard error of its prediction."""

    components: Components
    raters: Floats
    errors: Floats


def severities_of(ratings: Ratings, raters: tuple[str, ...]) -> Mapping[str, Figure]:
    """Severity in points by rater: above 0 scores lower than the others would.

    ``raters`` name the columns. Shown for all or for none of them. Raises ValueError when names
    and columns differ in number.
    """
    table = table_of(ratings)
    if table.size and table.shape[1] != len(raters):
        raise ValueError("every column needs a rater")
    used = pairable(table)
    measurement = measured(table, used, Method("rater_severity", 1, "Bates 2010; REML"), GATE)
    reason = _reason(used)
    fitted = None if reason else fit(used)
    if fitted is None:
        code = reason or Reason.NOT_CONVERGED
        return {each: measurement.withheld(code) for each in raters}
    if fitted.components.residual < 1e-9:
        return {each: measurement.withheld(Reason.NO_VARIANCE) for each in raters}
    figures = zip(raters, fitted.raters, fitted.errors, strict=True)
    return {
        rater: measurement.shown(-float(effect), _interval(-float(effect), float(error)))
        for rater, effect, error in figures
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
        first, *others = np.flatnonzero(row)
        for each in others:
            parent[root(int(each))] = root(int(first))
    return len({root(each) for each in range(len(parent))}) == 1


def fit(table: Floats, *, restricted: bool = True) -> Fitted | None:
    """The model by REML, or by ML; None where the search does not settle.

    The likelihood is profiled over mean and residual, as in lme4: two ratios are left to search.
    """
    design = _Design.of(table)
    found = minimize(
        lambda ratios: design.solved(np.abs(ratios), restricted=restricted).criterion,
        x0=np.ones(2),
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-10, "maxiter": 2000},
    )
    if not found.success:
        return None
    solved = design.solved(np.abs(found.x), restricted=restricted)
    unit, rater = np.abs(found.x) * solved.residual
    components = Components(
        float(unit), float(rater), solved.residual, solved.mean, solved.criterion
    )
    return Fitted(components, solved.raters, solved.errors)


@dataclass(frozen=True, slots=True)
class _Solved:
    """The mixed-model equations solved at two ratios of standard deviations."""

    criterion: float
    residual: float
    mean: float
    raters: Floats
    errors: Floats


@dataclass(frozen=True, slots=True)
class _Design:
    """Cross products of the ratings: columns are the units, then the raters, then the mean."""

    units: int
    products: Floats
    sums: Floats
    squares: float
    count: int

    @classmethod
    def of(cls, table: Floats) -> "_Design":
        rated = ~np.isnan(table)
        units, raters = np.nonzero(rated)
        scores = table[rated]
        columns = np.zeros((len(scores), sum(table.shape) + 1))
        lines = np.arange(len(scores))
        columns[lines, units] = columns[lines, len(table) + raters] = columns[:, -1] = 1
        return cls(
            len(table),
            columns.T @ columns,
            columns.T @ scores,
            float(scores @ scores),
            len(scores),
        )

    def solved(self, ratios: Floats, *, restricted: bool) -> _Solved:
        scale = self._scale(ratios)
        system = scale[:, None] * self.products * scale[None, :]
        effects = len(scale) - 1
        system[np.arange(effects), np.arange(effects)] += 1
        factor = cho_factor(system, lower=True)
        solution = cho_solve(factor, scale * self.sums)
        rest = max(self.squares - float(solution @ (scale * self.sums)), 1e-12)
        freedom = self.count - 1 if restricted else self.count
        variance = rest / freedom
        roots = 2 * np.log(np.diag(factor[0]))
        determinant = roots.sum() if restricted else roots[:-1].sum()
        criterion = determinant + freedom * (1 + np.log(2 * np.pi * variance))
        inverse = np.diag(cho_solve(factor, np.eye(len(scale))))
        raters = slice(self.units, effects)
        return _Solved(
            float(criterion),
            float(np.sqrt(variance)),
            float(solution[-1]),
            (scale * solution)[raters],
            np.sqrt(variance * inverse[raters]) * scale[raters],
        )

    def _scale(self, ratios: Floats) -> Floats:
        raters = len(self.sums) - self.units - 1
        return np.concatenate(
            [np.full(self.units, ratios[0]), np.full(raters, ratios[1]), np.ones(1)]
        )


def _reason(used: Floats) -> Reason | None:
    if not len(used):
        return Reason.TOO_FEW_UNITS
    shared = (~np.isnan(used)).sum(axis=0)
    if len(shared) < GATE.raters:
        return Reason.TOO_FEW_RATERS
    if shared.min() == 0 or not is_connected(used):
        return Reason.NOT_CONNECTED
    if shared.min() < GATE.show:
        return Reason.TOO_FEW_UNITS
    return None if np.nanmax(used) > np.nanmin(used) else Reason.NO_VARIANCE


def _interval(severity: float, error: float) -> Interval:
    return Interval(severity - Z * error, severity + Z * error, Basis.ANALYTIC)
