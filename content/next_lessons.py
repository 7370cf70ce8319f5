"""Next lessons: what takes somebody from the level of one skill to the next."""

from collections.abc import Mapping, Sequence

from assessments.levels import Level
from content.lessons import Lesson


def next_lessons(
    by_skill: Mapping[str, Sequence[Lesson]], skill_id: str, level: Level | None
) -> tuple[Lesson, ...]:
    """Lessons of a skill that begin at this level or below and end above it, shortest first.

    Nobody without a level is offered any.
    """
    if level is None:
        return ()
    fitting = [each for each in by_skill.get(skill_id, ()) if each.start <= level < each.goal]
    return tuple(sorted(fitting, key=lambda each: (each.minutes, each.id)))
