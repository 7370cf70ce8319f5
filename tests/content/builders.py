"""Plain builders: lessons made of the stated facts, gaps, and small values in the tests' words."""

from collections.abc import Mapping
from functools import cache

from assessments.gaps import Gap, gaps_of
from assessments.levels import Level
from assessments.scoring import Rated
from assessments.text import Text
from content.lessons import Format, Kind, Lesson
from content.loading import TrainingLibrary, load_training
from tests.assessments.builders import library as known
from tests.assessments.builders import need, skill
from tests.content.facts import FACTS


@cache
def library() -> TrainingLibrary:
    return load_training(known())


@cache
def stated() -> Mapping[str, Lesson]:
    """All 67 lessons as the domain file states them, without prerequisites."""
    return {lesson_id: _stated(lesson_id) for lesson_id in FACTS}


def lesson(
    lesson_id: str,
    skills: str,
    start: int = 0,
    goal: int = 2,
    minutes: int = 60,
    requires: tuple[str, ...] = (),
) -> Lesson:
    """A made-up lesson; ``skills`` are ids with blanks between them."""
    return Lesson(
        lesson_id,
        Text(f"研修{lesson_id}", f"Lesson {lesson_id}"),
        Text("できるようになります。", "You can do it."),
        Kind.EXPLAIN,
        Format.ARTICLE,
        tuple(map(skill, skills.split())),
        Level(start),
        Level(goal),
        minutes,
        requires,
    )


def shelf(*lessons: Lesson) -> Mapping[str, Lesson]:
    return {each.id: each for each in lessons}


def gap(skill_id: str, level: int, target: int, weight: int) -> Gap:
    return gaps_of([Rated(need(skill_id, target, weight), Level(level))])[0]


def _stated(lesson_id: str) -> Lesson:
    ja, en, kind, format_, skills, start, goal, minutes = FACTS[lesson_id]
    return Lesson(
        lesson_id,
        Text(ja, en),
        Text(ja, en),
        Kind(kind),
        Format(format_),
        tuple(map(skill, skills.split())),
        Level(int(start)),
        Level(int(goal)),
        int(minutes),
        (),
    )
