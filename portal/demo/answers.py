"""Answers: what both sides say about each skill, drawn where nobody wrote it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from random import Random

from assessments.bands import Band
from assessments.levels import EVIDENCE_FROM, Level
from assessments.profiles import Profile
from assessments.ratings import Answer, Relation
from assessments.skill_maps import Requirement
from portal.demo.portraits import Part, Portrait

SEED = "twenty-six people"
UNEXPLAINED = Level(EVIDENCE_FROM - 1)
"""The highest level that is drawn: above it somebody has to have written why."""

SLIP = 0.08
"""How likely an unbiased person rates herself one level off, to either side."""

Pair = Mapping[Relation, Answer]


def chance(*names: object) -> float:
    """A number from 0 to 1 that is always the same for these names."""
    words = "/".join(map(str, (SEED, *names)))
    return Random(words).random()  # noqa: S311 (draws made-up people, guards nothing)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The answers of one person in one round; ``before`` is what was agreed the last time."""

    person: Portrait
    part: Part
    before: Mapping[str, Level]

    def pairs(self, profile: Profile) -> Mapping[str, Pair]:
        """Self and manager answer by skill, in table order.

        Drawn answers lie at most one level apart, so that only written ones need reasons.
        """
        return {need.skill.id: self._pair(need) for need in profile.requirements}

    def _pair(self, need: Requirement) -> Pair:
        by_self = self._written(Relation.SELF, need)
        by_manager = self._written(Relation.MANAGER, need)
        seen = by_manager if isinstance(by_manager, Level) else self._seen(need, by_self)
        return {
            Relation.SELF: self._own(need, seen) if by_self is None else by_self,
            Relation.MANAGER: seen if by_manager is None else by_manager,
        }

    def _written(self, relation: Relation, need: Requirement) -> Answer | None:
        said = self.part.said[relation].get(need.skill.id)
        return said.answer if said else None

    def _seen(self, need: Requirement, by_self: Answer | None) -> Level:
        """What a manager sees: the same luck in every round, so that more reach means more."""
        lean = self.person.leans.get(need.skill.category.id, 0.0)
        luck = chance(self.person.name, need.skill.id)
        level = need.target + floor(self.part.reach + lean + luck)
        level = self._on_the_way(need.skill.id, max(level, self.before.get(need.skill.id, 0)))
        if isinstance(by_self, Level):
            level = _within(level, by_self - 1, by_self + 1)
        return Level(_within(level, self._least, UNEXPLAINED))

    def _own(self, need: Requirement, seen: Level) -> Level:
        luck = chance(self.person.name, need.skill.id, self.part.number)
        too_high = luck < SLIP + max(self.person.bias, 0.0)
        too_low = luck > 1 - SLIP - max(-self.person.bias, 0.0)
        return Level(_within(seen + too_high - too_low, self._least, UNEXPLAINED))

    @property
    def _least(self) -> Level:
        """Only newcomers have not started with something."""
        return Level.NOT_STARTED if self.part.band is Band.JUNIOR else Level.AWARE

    def _on_the_way(self, skill_id: str, level: int) -> int:
        """At most one level below what the manager writes in the next round, and not above."""
        for part in self.person.parts:
            said = part.said[Relation.MANAGER].get(skill_id)
            if part.number > self.part.number and said and isinstance(said.answer, Level):
                return _within(level, said.answer - 1, said.answer)
        return level


def _within(level: int, least: int, most: int) -> int:
    return min(max(level, least), most)
