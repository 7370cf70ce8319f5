"""The type finder: six questions that suggest a type."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.text import Text

DEFAULT_TYPE = "all_rounder"
"""Wins a tie it is part of."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer and the points it gives, by type id."""

    id: str
    label: Text
    points: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: Text
    options: tuple[Option, ...]

    def option(self, option_id: str) -> Option:
        """Raises KeyError for an option the question does not have."""
        found = {each.id: each for each in self.options}
        return found[option_id]


@dataclass(frozen=True, slots=True)
class Finding:
    """Points by type id, highest first; ``type_id`` is None when a human has to decide."""

    type_id: str | None
    points: tuple[tuple[str, int], ...]


def find_type(
    questions: Sequence[Question], answers: Mapping[str, str], order: Sequence[str]
) -> Finding:
    """The type with the most points. ``answers`` holds option ids by question id.

    On a tie the all-rounder wins if it is among the first, else no type is named.
    ``order`` is the table order of the type ids. Raises KeyError for an unknown option or a
    question without an answer. Source: docs/rules.md, Type finder.
    """
    points: Counter[str] = Counter()
    for question in questions:
        points.update(question.option(answers[question.id]).points)
    ranked = sorted(((type_id, points[type_id]) for type_id in order), key=lambda pair: -pair[1])
    best = [type_id for type_id, score in ranked if score == ranked[0][1]]
    return Finding(_winner(best), tuple(ranked))


def _winner(best: Sequence[str]) -> str | None:
    if len(best) == 1:
        return best[0]
    return DEFAULT_TYPE if DEFAULT_TYPE in best else None
