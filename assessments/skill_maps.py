"""Skill maps: which skills a type needs, how far, and how much each one counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from assessments.csm_types import CsmType
from assessments.levels import Level
from assessments.skills import Category, Skill

WEIGHT_TOTAL = 100


@dataclass(frozen=True, slots=True)
class Requirement:
    """One skill as one type needs it.

    ``target`` is the level to reach (1 to 5), ``weight`` its share in percent (1 to 100).
    """

    skill: Skill
    target: Level
    weight: int


@dataclass(frozen=True)
class SkillMap:
    """Requirements in the order of the skill table; their weights add up to 100.

    A published version never changes: editing makes the next version.
    Raises ValueError when the weights do not add up, a skill stands twice, or a target or a
    weight is out of its range.
    """

    type: CsmType
    version: int
    requirements: tuple[Requirement, ...]

    def __post_init__(self) -> None:
        total = sum(requirement.weight for requirement in self.requirements)
        if total != WEIGHT_TOTAL:
            raise ValueError(f"weights of {self.type.id} add up to {total}, not {WEIGHT_TOTAL}")
        if len(self.by_skill) != len(self.requirements):
            raise ValueError(f"a skill stands twice in {self.type.id}")
        for requirement in self.requirements:
            if requirement.target < Level.AWARE or requirement.weight < 1:
                raise ValueError(f"{requirement.skill.id} in {self.type.id} is out of range")

    @cached_property
    def by_skill(self) -> Mapping[str, Requirement]:
        """Requirement by skill id, in table order."""
        return MappingProxyType({each.skill.id: each for each in self.requirements})

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Categories that have a requirement, in table order."""
        return tuple(dict.fromkeys(each.skill.category for each in self.requirements))

    def heaviest(self, count: int) -> tuple[Requirement, ...]:
        """The skills that count most; ties in table order."""
        return tuple(sorted(self.requirements, key=lambda each: -each.weight)[:count])

    def in_category(self, category: Category) -> tuple[Requirement, ...]:
        return tuple(each for each in self.requirements if each.skill.category == category)
