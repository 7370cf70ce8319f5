"""Which people and which levels of the matrix are wanted."""

from dataclasses import dataclass
from uuid import UUID

from assessments.levels import Level
from assessments.skill_results import SkillResult, Source
from portal.team.teammates import Teammate


@dataclass(frozen=True, slots=True)
class Selection:
    """None asks for everything. Type and team choose people; the rest chooses levels.

    ``at_least`` and ``at_most`` are inclusive.
    """

    type_id: str | None = None
    team_id: UUID | None = None
    skill_id: str | None = None
    at_least: Level | None = None
    at_most: Level | None = None
    source: Source | None = None

    @property
    def is_narrow(self) -> bool:
        return self != Selection()

    @property
    def chooses_levels(self) -> bool:
        """Whether only some of a person's levels are wanted."""
        return any(
            each is not None for each in (self.skill_id, self.at_least, self.at_most, self.source)
        )

    def takes_person(self, mate: Teammate) -> bool:
        team, csm_type = mate.person.team, mate.type
        return self.type_id in (None, csm_type.id if csm_type else "") and (
            self.team_id in (None, team.id if team else "")
        )

    def takes_level(self, found: SkillResult) -> bool:
        """Whether this answer is wanted; one that is no level only where no bound is set."""
        if self.skill_id not in (None, found.skill.id) or self.source not in (None, found.source):
            return False
        if self.at_least is None and self.at_most is None:
            return True
        lowest = Level.NOT_STARTED if self.at_least is None else self.at_least
        highest = Level.LEADING if self.at_most is None else self.at_most
        return found.level is not None and lowest <= found.level <= highest

    def takes_some(self, mate: Teammate) -> bool:
        """Whether the person belongs in the matrix: all do unless levels are chosen."""
        if not self.chooses_levels:
            return True
        found = mate.result.skills if mate.result else ()
        return any(self.takes_level(each) for each in found)
