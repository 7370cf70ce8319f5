"""Units and raters as crossed random effects: score = mean + unit + rater + error.

Bates (2010), lme4: the likelihood is profiled over mean and residual.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import LinAlgError, cho_factor, cho_solve
from scipy.optimize import minimize

from assessments.statistics.intraclass import mean_squares
from assessments.statistics.tables import Floats

ACCOUNTED_FOR = 1e-6
"""Points that are left of no rating once units and raters account for it."""


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
    """Components, and for each rater the BLUP with a standard error.

    ``errors`` are those of the difference from the mean of these raters.
    """

    components: Components
    raters: Floats
    errors: Floats


def fit(table: Floats, *, restricted: bool = True) -> Fitted | None:
    """The model by REML, or by ML; None where the search does not settle or nothing is left.

    The likelihood is profiled over mean and residual, as in lme4: two ratios of standard
    deviations are left. A complete block has them in closed form; else they are searched for.
    """
    try:
        return _fitted(table, restricted=restricted)
    except LinAlgError:
        return None


def _fitted(table: Floats, *, restricted: bool) -> Fitted | None:
    design = _Design(table)
    ratios = _of_a_block(table) if restricted else None
    if ratios is None:
        ratios = _searched(design, restricted=restricted)
    if ratios is None:
        return None
    solved = design.solved(ratios, restricted=restricted)
    unit, rater = (float(each) for each in ratios * solved.residual)
    components = Components(unit, rater, solved.residual, solved.mean, solved.criterion)
    return Fitted(components, solved.raters, solved.errors())


def _of_a_block(table: Floats) -> Floats | None:
    """Out of the mean squares; None for an incomplete block, and where one would be below 0."""
    if np.isnan(table).any():
        return None
    squares = mean_squares(table)
    unit = (squares.between - squares.error) / squares.raters
    rater = (squares.judges - squares.error) / squares.units
    if min(unit, rater) <= 0 or squares.error <= 0:
        return None
    ratios: Floats = np.sqrt(np.array([unit, rater]) / squares.error)
    return ratios


def _searched(design: "_Design", *, restricted: bool) -> Floats | None:
    found = minimize(
        lambda ratios: design.solved(np.abs(ratios), restricted=restricted).criterion,
        x0=np.ones(2),
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-10, "maxiter": 2000},
    )
    return np.abs(np.asarray(found.x)) if found.success else None


@dataclass(frozen=True, slots=True)
class _Solved:
    """The mixed-model equations solved at two ratios of standard deviations."""

    criterion: float
    residual: float
    mean: float
    raters: Floats
    scale: Floats
    factor: tuple[Floats, bool]

    def errors(self) -> Floats:
        """Standard errors of the raters' effects against the mean of these raters (Henderson)."""
        inverse = cho_solve(self.factor, np.eye(len(self.scale)))[:-1, :-1]
        together = inverse * np.outer(self.scale[:-1], self.scale[:-1])
        apart = together - together.mean(axis=0) - together.mean(axis=1)[:, None]
        variances = np.diag(apart) + together.mean()
        errors: Floats = self.residual * np.sqrt(np.maximum(variances, 0))
        return errors


class _Design:
    """Cross products of the ratings, taken from their mean, so that no digits cancel out.

    No two units meet in a rating, so their block of the equations is diagonal and is eliminated;
    what is left has the raters, and the mean last.
    """

    def __init__(self, table: Floats) -> None:
        rated = ~np.isnan(table)
        self._centre = float(np.nanmean(table))
        scores = np.where(rated, table - self._centre, 0.0)
        self._count = int(rated.sum())
        self._squares = float(np.square(scores).sum())
        self._of_units = rated.sum(axis=1).astype(float)
        self._unit_sums = scores.sum(axis=1)
        self._meetings = np.column_stack([rated.astype(float), self._of_units])
        of_raters = rated.sum(axis=0).astype(float)
        self._products = np.diag([*of_raters, float(self._count)])
        self._products[-1, :-1] = self._products[:-1, -1] = of_raters
        self._sums = np.append(scores.sum(axis=0), scores.sum())

    def solved(self, ratios: Floats, *, restricted: bool) -> _Solved:
        unit = float(ratios[0])
        raters = len(self._sums) - 1
        scale = np.append(np.full(raters, ratios[1]), 1.0)
        diagonal = unit**2 * self._of_units + 1
        meetings = unit * self._meetings * scale
        system = scale[:, None] * self._products * scale
        system[np.arange(raters), np.arange(raters)] += 1
        system -= (meetings / diagonal[:, None]).T @ meetings
        sums = scale * self._sums - meetings.T @ (unit * self._unit_sums / diagonal)
        factor = cho_factor(system, lower=True)
        solution = cho_solve(factor, sums)
        explained = float((np.square(unit * self._unit_sums) / diagonal).sum() + solution @ sums)
        freedom = self._count - 1 if restricted else self._count
        variance = max(self._squares - explained, np.finfo(float).tiny) / freedom
        roots = 2 * np.log(np.diag(factor[0]))
        determinant = np.log(diagonal).sum() + (roots.sum() if restricted else roots[:-1].sum())
        criterion = determinant + freedom * (1 + np.log(2 * np.pi * variance))
        effects = (scale * solution)[:-1]
        residual = float(np.sqrt(variance))
        mean = self._centre + float(solution[-1])
        return _Solved(float(criterion), residual, mean, effects, scale, factor)


def is_without_residual(used: Floats) -> bool:
    """Whether units and raters account for every rating, so that no error can be estimated.

    By least squares: the units are eliminated, and one equation for each rater is left.
    """
    rated = ~np.isnan(used)
    share = rated / rated.sum(axis=1, keepdims=True)
    scores = np.where(rated, used, 0.0)
    system = np.diag(rated.sum(axis=0).astype(float)) - rated.T @ share
    raters = np.linalg.pinv(system) @ (scores.sum(axis=0) - share.T @ scores.sum(axis=1))
    rest = np.where(rated, scores - raters, 0.0)
    units = rest.sum(axis=1, keepdims=True) / rated.sum(axis=1, keepdims=True)
    return bool(np.abs(np.where(rated, rest - units, 0.0)).max() < ACCOUNTED_FOR)
