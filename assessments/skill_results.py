"""One skill of a result: everything said about it, and the answer that counts."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.agreement import Spread, difference_of, spread_of
from assessments.gaps import gap_size
from assessments.levels import Level
from assessments.ratings import Answer, Rating
from assessments.rounds import AgreedLevel
from assessments.skill_maps import Requirement
from assessments.skills import Skill

STRONG_FROM = Level.INDEPENDENT
"""A skill below this level is not called a strength, whatever its target."""


class Source(StrEnum):
    """Whose word the level in effect is."""

    AGREED = "agreed"
    MANAGER = "manager"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class SkillResult:
    """One skill of a round with everything said about it; None where nothing was said."""

    requirement: Requirement
    by_self: Rating | None
    by_manager: Rating | None
    agreed: AgreedLevel | None

    @property
    def skill(self) -> Skill:
        return self.requirement.skill

    @property
    def target(self) -> Level:
        return self.requirement.target

    @property
    def self_answer(self) -> Answer | None:
        return self.by_self.answer if self.by_self else None

    @property
    def manager_answer(self) -> Answer | None:
        return self.by_manager.answer if self.by_manager else None

    @property
    def agreed_answer(self) -> Answer | None:
        return self.agreed.answer if self.agreed else None

    @property
    def source(self) -> Source | None:
        """Agreed answer if there is one, else the manager's level, else one's own."""
        if self.agreed:
            return Source.AGREED
        if isinstance(self.manager_answer, Level):
            return Source.MANAGER
        return Source.SELF if isinstance(self.self_answer, Level) else None

    @property
    def answer(self) -> Answer | None:
        """The answer in effect: the agreed one, else a level, else why there is none."""
        if self.agreed:
            return self.agreed.answer
        if isinstance(self.manager_answer, Level):
            return self.manager_answer
        if isinstance(self.self_answer, Level):
            return self.self_answer
        return self.manager_answer or self.self_answer

    @property
    def level(self) -> Level | None:
        answer = self.answer
        return answer if isinstance(answer, Level) else None

    @property
    def gap(self) -> int | None:
        """Levels missing to the target; None without a level."""
        return None if self.level is None else gap_size(self.level, self.target)

    @property
    def priority(self) -> int | None:
        return None if self.gap is None else self.gap * self.requirement.weight

    @property
    def difference(self) -> int | None:
        """Self minus manager in levels; None unless both gave a level."""
        return difference_of(self.self_answer, self.manager_answer)

    @property
    def spread(self) -> Spread:
        return spread_of(self.self_answer, self.manager_answer)

    @property
    def is_strength(self) -> bool:
        level = self.level
        return level is not None and level >= max(self.target, STRONG_FROM)
