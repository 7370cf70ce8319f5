"""A skill map as it applies to one person."""

from dataclasses import dataclass

from assessments.bands import Band
from assessments.csm_types import CsmType
from assessments.skill_maps import Requirement, SkillMap


@dataclass(frozen=True, slots=True)
class Profile:
    """One published map with band and overlays applied.

    ``map`` holds the targets and weights that count for this person; ``overlays`` the ids that
    were applied, in table order.
    """

    map: SkillMap
    band: Band
    overlays: tuple[str, ...]

    @property
    def type(self) -> CsmType:
        return self.map.type

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        return self.map.requirements
