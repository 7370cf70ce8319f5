"""What other types would ask of the same person."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from assessments.levels import Level
from assessments.results import Result
from assessments.scoring import COVERAGE_FOR_FIT, Rated, coverage_of, fit_of
from assessments.skill_maps import SkillMap


@dataclass(frozen=True, slots=True)
class OtherType:
    """How the levels of a person would count in another type.

    ``fit`` is None while less than 80 % of that type's weights are rated; ``missing`` are the
    skills that type asks for and nobody has rated.
    """

    map: SkillMap
    fit: Fraction | None
    coverage: Fraction
    missing: int


def what_if(result: Result, maps: Iterable[SkillMap]) -> tuple[OtherType, ...]:
    """The same levels against other maps, in the order of the maps."""
    levels = {each.skill.id: each.level for each in result.skills}
    return tuple(_as_type(levels, other) for other in maps)


def _as_type(levels: dict[str, Level | None], other: SkillMap) -> OtherType:
    rated = [Rated(need, levels.get(need.skill.id)) for need in other.requirements]
    coverage = coverage_of(rated)
    fit = fit_of(rated) if coverage >= COVERAGE_FOR_FIT else None
    return OtherType(other, fit, coverage, sum(each.level is None for each in rated))
