"""How the same levels would fit other types: ways to go, not verdicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessments.gaps import Gap, gaps_of
from assessments.levels import Level
from assessments.results import Result
from assessments.scoring import Rated
from assessments.skill_maps import SkillMap
from assessments.text import Text
from assessments.what_if import what_if

FIRST = 2
"""How many of the skills that another type asks more of are named."""


@dataclass(frozen=True, slots=True)
class Path:
    """Another type. ``fit`` is None while too few of its skills are rated.

    ``missing`` counts those; ``asks`` names what it would have the person grow first.
    """

    type: Text
    definition: Text
    fit: Fraction | None
    missing: int
    asks: tuple[Text, ...]


def paths_of(result: Result, maps: Iterable[SkillMap]) -> tuple[Path, ...]:
    """Every other type, in the order of the maps."""
    others = [each for each in maps if each.type.id != result.profile.type.id]
    levels = {each.skill.id: each.level for each in result.skills}
    return tuple(
        Path(
            each.map.type.name,
            each.map.type.definition,
            each.fit,
            each.missing,
            tuple(gap.requirement.skill.name for gap in _gaps(levels, each.map)[:FIRST]),
        )
        for each in what_if(result, others)
    )


def _gaps(levels: Mapping[str, Level | None], other: SkillMap) -> tuple[Gap, ...]:
    return gaps_of(Rated(need, levels.get(need.skill.id)) for need in other.requirements)
