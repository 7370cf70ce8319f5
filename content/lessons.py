"""Lessons: what one teaches, for whom, and how the learner and others see that it was learned."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessments.levels import Level
from assessments.skills import Skill
from assessments.text import Language, Text
from content.bodies import Body
from content.drills import Drill
from content.figures import Figure
from content.templates import Template


class Kind(StrEnum):
    """The family of work that a lesson practises."""

    EXPLAIN = "explain"
    DISCOVER = "discover"
    SOLVE = "solve"
    RELATE = "relate"
    PROMOTE = "promote"


class Format(StrEnum):
    """How a lesson is worked through."""

    ARTICLE = "article"
    VIDEO = "video"
    TEMPLATE = "template"
    WORKSHEET = "worksheet"
    CHECKLIST = "checklist"
    QUIZ = "quiz"
    ROLEPLAY = "roleplay"
    WORKSHOP = "workshop"


WITH_TEMPLATE = (Format.TEMPLATE, Format.WORKSHEET, Format.CHECKLIST)
"""Formats that come with a file to fill in."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The facts of one lesson: all that a catalogue, a curriculum or a plan needs.

    It leads from level ``start`` to level ``goal`` of each of its skills in ``minutes``.
    ``requires`` holds the ids of the lessons to complete before.
    """

    id: str
    title: Text
    aim: Text
    kind: Kind
    format: Format
    skills: tuple[Skill, ...]
    start: Level
    goal: Level
    minutes: int
    requires: tuple[str, ...]

    def teaches(self, skill_id: str) -> bool:
        return any(skill.id == skill_id for skill in self.skills)

    def leads_on(self, level: Level) -> bool:
        """Whether it takes somebody at this level of one of its skills further."""
        return self.start <= level < self.goal

    def suits(self, levels: Mapping[str, Level]) -> bool:
        """Whether it may be assigned to somebody with these levels, by skill id.

        So it is when one of its skills stands from ``start`` to just below ``goal``; a skill
        without a level never does. Source: domain file, section 5.1.
        """
        return bool(self.lifted(levels))

    def lifted(self, levels: Mapping[str, Level]) -> dict[str, Level]:
        """The levels it leads to, by skill id: ``goal`` for each skill that it suits.

        For planning only: completing a lesson is evidence, never a level by itself.
        """
        ids = (skill.id for skill in self.skills if skill.id in levels)
        return {each: self.goal for each in ids if self.leads_on(levels[each])}


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows in the hand-in that somebody works at this level of this skill."""

    skill: Skill
    level: Level
    text: Text


@dataclass(frozen=True, slots=True)
class Exercise:
    """The exercise: ``minutes`` away from the page, and the signs to read the hand-in by."""

    minutes: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, and why it is right or what goes wrong with it."""

    id: str
    text: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the self-check; ``key`` is the id of its one right option."""

    text: Text
    options: tuple[Option, ...]
    key: str

    @property
    def right(self) -> Option:
        return next(option for option in self.options if option.id == self.key)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything in one lesson: its text in each language and what goes with it."""

    lesson: Lesson
    bodies: Mapping[Language, Body]
    exercise: Exercise
    check: tuple[Question, ...]
    figures: tuple[Figure, ...]
    drills: tuple[Drill, ...]
    template: Template | None
