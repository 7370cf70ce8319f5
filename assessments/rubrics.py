"""Interview scores and rubrics: 1 to 5, what is heard at each, and "not observed" apart."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from assessments.text import LANGUAGES, Text


class Score(IntEnum):
    """What one rater heard, 1 to 5 on the rubric of one competency. It is no skill level."""

    UNSUITABLE = 1
    PARTIAL = 2
    SUFFICIENT = 3
    HARD_SETTING = 4
    EXTENDED = 5


SCORES = tuple(Score)


class Unseen(Enum):
    """There was no occasion to see the competency: no score, and never a low one."""

    NOT_OBSERVED = "not_observed"


NOT_OBSERVED = Unseen.NOT_OBSERVED
Observation = Score | Unseen


@dataclass(frozen=True, slots=True)
class Rubric:
    """What is heard at each score: five sentences, score 1 first.

    Raises ValueError for another number of sentences, or for one that stands twice.
    """

    anchors: tuple[Text, ...]

    def __post_init__(self) -> None:
        if len(self.anchors) != len(SCORES):
            raise ValueError(f"must have {len(SCORES)} entries, has {len(self.anchors)}")
        for language in LANGUAGES:
            if len({each.in_language(language) for each in self.anchors}) < len(SCORES):
                raise ValueError(f"says the same twice in {language}")

    def anchor(self, score: Score) -> Text:
        return self.anchors[score - 1]

    @property
    def steps(self) -> tuple[tuple[Score, Text], ...]:
        """Each score with its sentence, lowest first."""
        return tuple(zip(SCORES, self.anchors, strict=True))
