"""The few numbers that a report opens with."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from assessments.agreement import Spread
from assessments.levels import Level
from assessments.ratings import Exemption
from assessments.results import Result
from assessments.scoring import FitBand, Rated, fit_of
from assessments.skill_results import Source

BANDS = tuple(reversed(FitBand))
"""Lowest first, as on a scale."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Fit and coverage from 0 to 1, and how many skills are what.

    ``fit_ahead`` is the fit once each of the first gaps is one level smaller; None while the fit
    is hidden. ``sources`` and ``spreads`` hold counts of skills.
    """

    fit: Fraction | None
    fit_band: FitBand | None
    fit_ahead: Fraction | None
    coverage: Fraction
    asked: int
    rated: int
    at_target: int
    not_applicable: int
    sources: tuple[tuple[Source, int], ...]
    spreads: dict[Spread, int]
    bands: tuple[FitBand, ...] = BANDS


def figures_of(result: Result, steps: int) -> Figures:
    """``steps``: how many of the first gaps the look ahead closes by one level."""
    sources = Counter(each.source for each in result.skills if each.source)
    ahead = {each.requirement.skill.id for each in result.gaps[:steps]}
    return Figures(
        fit=result.fit,
        fit_band=result.fit_band,
        fit_ahead=fit_of(_raised(result, ahead)) if result.fit is not None else None,
        coverage=result.coverage,
        asked=len(result.skills),
        rated=sum(each.level is not None for each in result.skills),
        at_target=sum(each.gap == 0 for each in result.skills),
        not_applicable=sum(each.answer is Exemption.NOT_APPLICABLE for each in result.skills),
        sources=tuple((source, sources[source]) for source in Source if sources[source]),
        spreads=dict(Counter(each.spread for each in result.skills)),
    )


def _raised(result: Result, skill_ids: Collection[str]) -> list[Rated]:
    """The rated skills, these ones a level higher."""
    return [
        Rated(each.requirement, Level(each.level + 1))
        if each.level is not None and each.requirement.skill.id in skill_ids
        else each
        for each in result.rated
    ]
