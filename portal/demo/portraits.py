"""Portraits: what is told about each person of the demo, and about each round she took part in."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.bands import Band
from assessments.levels import Level
from assessments.ratings import Answer, AssessmentState, Relation
from assessments.text import Language
from portal.demo.calendar import NEWEST


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says about one skill; without an answer the level is drawn."""

    answer: Answer | None
    text: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What both agreed on although they differed."""

    level: Level
    reason: str


@dataclass(frozen=True, slots=True)
class Side:
    """How far one side came; ``answered`` counts skills from the top, None for all of them."""

    state: AssessmentState
    answered: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """One round of one person.

    ``reach`` is how far she stands from her targets, in levels; ``agreed`` counts what is
    settled so far in a round under way.
    """

    number: int
    reach: float
    type_id: str
    band: Band
    manager: str
    sides: Mapping[Relation, Side]
    said: Mapping[Relation, Mapping[str, Said]]
    settled: Mapping[str, Settled]
    agreed: int

    @property
    def is_finished(self) -> bool:
        return self.number < NEWEST


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person. Months count back from the day of loading; names point to other portraits.

    ``bias`` is by how much she rates herself too high (up to 1) or too low (down to -1);
    ``leans`` says by category in what she is ahead of herself or behind, in levels.
    """

    name: str
    full_name: str
    writes: Language
    team: str | None
    manager: str | None
    type_id: str | None
    band: Band
    overlays: tuple[str, ...]
    joined: int
    left: int | None
    leads: bool
    administers: bool
    bias: float
    leans: Mapping[str, float]
    parts: tuple[Part, ...]
