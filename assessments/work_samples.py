"""Work samples: half an hour of the job, the same for every candidate."""

from dataclasses import dataclass

from assessments.rubrics import Rubric
from assessments.text import Text

MINUTES = 30
"""A work sample takes half an hour, reading included."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What the candidate does in some of the minutes."""

    minutes: int
    what: Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text of the material: a mail, a fault report, notes of a call."""

    id: str
    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of the material. The first cell names its row; an empty cell is empty on purpose."""

    id: str
    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    note: Text | None

    def column(self, place: int) -> tuple[Text, ...]:
        """The cells below one head."""
        return tuple(row[place] for row in self.rows)


Material = Passage | DataTable


@dataclass(frozen=True, slots=True)
class Working:
    """How one figure of the solution comes about, for the panel.

    Either ``steps`` is the sum that gives ``result``, or ``found`` are the rows that it counts.
    """

    name: Text
    steps: str
    found: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """An answer as a candidate might give it, and which words of it earn which score."""

    paragraphs: tuple[Text, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class Assignment:
    """What the candidate gets."""

    title: Text
    brief: tuple[Text, ...]
    tasks: tuple[Text, ...]
    schedule: tuple[Stage, ...]
    material: tuple[Material, ...]

    @property
    def minutes(self) -> int:
        return sum(stage.minutes for stage in self.schedule)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What only the panel gets: what to say, what a whole answer holds, and what it is worth.

    ``chosen`` are the figures that the good answer picks freely, such as a date it proposes.
    """

    panel: tuple[Text, ...]
    solution: tuple[Text, ...]
    workings: tuple[Working, ...]
    rubric: Rubric
    good: SampleAnswer
    weak: SampleAnswer
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkSample:
    """An assignment and its key."""

    assignment: Assignment
    key: AnswerKey
