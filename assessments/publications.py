"""Publications: one version of a type's map with all that its profiles are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.bands import Band, BandRules, for_band
from assessments.csm_types import CsmType
from assessments.overlays import Overlay, with_overlays
from assessments.profiles import Profile
from assessments.skill_maps import SkillMap
from assessments.skills import Skill


@dataclass(frozen=True, slots=True)
class Publication:
    """A published map and the skill table, band rules and overlays as they stood that day.

    Nothing in it ever changes, so every result that names it can be computed again.
    """

    map: SkillMap
    table: tuple[Skill, ...]
    bands: BandRules
    overlays: Mapping[str, Overlay]

    @property
    def type(self) -> CsmType:
        return self.map.type

    @property
    def version(self) -> int:
        return self.map.version

    def duties(self, profile: Profile) -> tuple[tuple[Overlay, bool], ...]:
        """Every duty that can be added, and whether the profile has it."""
        return tuple((each, each.id in profile.overlays) for each in self.overlays.values())

    def profile(self, band: Band, overlay_ids: Iterable[str] = ()) -> Profile:
        """The map as it applies to one person; overlays first, then the band.

        Overlay ids that the publication does not know are left out.
        """
        wanted = set(overlay_ids)
        overlays = tuple(each for each in self.overlays.values() if each.id in wanted)
        needs = with_overlays(self.map.requirements, overlays, self.table)
        needs = for_band(needs, band, self.bands)
        applied = SkillMap(self.type, self.version, needs)
        return Profile(applied, band, tuple(each.id for each in overlays))
