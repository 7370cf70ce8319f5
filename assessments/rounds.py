"""Rounds: self-assessment, manager assessment and agreed levels of one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assessments.profiles import Profile
from assessments.ratings import Answer, Assessment, Relation


class RoundState(StrEnum):
    OPEN = "open"
    FINALISED = "finalised"


@dataclass(frozen=True, slots=True)
class AgreedLevel:
    """What self and manager settled on: a level, or that the skill is not applicable."""

    skill_id: str
    answer: Answer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One person's assessments on one profile. A missing assessment is None."""

    profile: Profile
    state: RoundState
    by_self: Assessment | None
    by_manager: Assessment | None
    agreed: Mapping[str, AgreedLevel]

    @property
    def is_finalised(self) -> bool:
        return self.state is RoundState.FINALISED

    @property
    def is_revealed(self) -> bool:
        """Both may see both: each has handed in, or the round is settled."""
        sides = (self.by_self, self.by_manager)
        return self.is_finalised or all(side and side.is_submitted for side in sides)

    @property
    def to_agree(self) -> tuple[str, ...]:
        """Skill ids that differ and have no agreed level yet, in table order."""
        return tuple(
            skill_id
            for skill_id in self.profile.map.by_skill
            if skill_id not in self.agreed and not self._is_equal(skill_id)
        )

    def side(self, relation: Relation) -> Assessment | None:
        """The assessment of one side."""
        return self.by_self if relation is Relation.SELF else self.by_manager

    def answers(self, skill_id: str) -> tuple[Answer | None, Answer | None]:
        """Self and manager answer; None where there is none."""
        return _answer(self.by_self, skill_id), _answer(self.by_manager, skill_id)

    def _is_equal(self, skill_id: str) -> bool:
        by_self, by_manager = self.answers(skill_id)
        return by_self == by_manager


def as_seen_by(seen: Round, relation: Relation) -> Round:
    """The round without what this side may not see before both have handed in."""
    if seen.is_revealed:
        return seen
    if relation is Relation.SELF:
        return replace(seen, by_manager=None)
    return replace(seen, by_self=None)


def _answer(assessment: Assessment | None, skill_id: str) -> Answer | None:
    rating = assessment.ratings.get(skill_id) if assessment else None
    return rating.answer if rating else None
