"""Levels 0 to 5: what each one means for any skill."""

from dataclasses import dataclass
from enum import IntEnum

from assessments.text import Text


class Level(IntEnum):
    """How far somebody has come in a skill. Integers only; there is no half level."""

    NOT_STARTED = 0
    AWARE = 1
    ASSISTED = 2
    INDEPENDENT = 3
    ADVANCED = 4
    LEADING = 5


EVIDENCE_FROM = Level.ADVANCED
"""From this level on a rating made in the portal needs written evidence."""


@dataclass(frozen=True, slots=True)
class LevelDescription:
    """Name and general definition of one level."""

    level: Level
    name: Text
    definition: Text
