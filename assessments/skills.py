"""Skills, their categories and their behavioural anchors."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.levels import Level
from assessments.text import Text


class SkillKind(StrEnum):
    """What is rated: something known, something done, or conduct that was observed."""

    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    DISPOSITION = "disposition"


@dataclass(frozen=True, slots=True)
class Category:
    """One of the seven groups of skills; an axis of the radar."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Skill:
    """One ability. ``anchors`` holds one sentence per level, index 0 to 5."""

    id: str
    category: Category
    kind: SkillKind
    name: Text
    definition: Text
    anchors: tuple[Text, ...]

    def anchor(self, level: Level) -> Text:
        """The observable act that shows this level."""
        return self.anchors[level]

    def next_anchor(self, level: Level) -> Text | None:
        """The act to reach next; None at the top of the scale."""
        return self.anchors[level + 1] if level < Level.LEADING else None
