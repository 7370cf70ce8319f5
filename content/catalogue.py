"""The catalogue: which lessons somebody looks for."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from assessments.levels import Level
from content.lessons import Format, Kind, Lesson


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; None or an empty text looks for nothing in particular.

    ``level`` is where the learner stands, ``minutes`` the most time there is, ``skill_ids`` the
    skills of which at least one is taught.
    """

    words: str = ""
    kind: Kind | None = None
    format: Format | None = None
    skill_ids: Collection[str] | None = None
    level: Level | None = None
    minutes: int | None = None


def found_in(lessons: Iterable[Lesson], wanted: Wanted) -> tuple[Lesson, ...]:
    """The lessons that are wanted, in the order given; every word must be found in one of them."""
    words = _folded(wanted.words).split()
    fitting = (each for each in lessons if _fits(each, wanted))
    return tuple(each for each in fitting if not words or _holds(each, words))


def _fits(lesson: Lesson, wanted: Wanted) -> bool:
    return (
        wanted.kind in (None, lesson.kind)
        and wanted.format in (None, lesson.format)
        and (wanted.skill_ids is None or any(map(lesson.teaches, wanted.skill_ids)))
        and (wanted.level is None or lesson.leads_on(wanted.level))
        and (wanted.minutes is None or lesson.minutes <= wanted.minutes)
    )


def _holds(lesson: Lesson, words: Iterable[str]) -> bool:
    texts = (lesson.title, lesson.aim, *(skill.name for skill in lesson.skills))
    whole = _folded(" ".join((lesson.id, *(f"{text.ja} {text.en}" for text in texts))))
    return all(word in whole for word in words)


def _folded(words: str) -> str:
    """Letters without their width and case."""
    return unicodedata.normalize("NFKC", words).casefold()
