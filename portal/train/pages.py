"""What the pages of lessons and curricula show, as values."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.csm_types import CsmType
from assessments.text import Language
from content.bodies import Body, Section, SectionName
from content.curricula import Curriculum, Stage
from content.lessons import Lesson, Material
from portal.library import library, training
from portal.train.checking import Check

FIRST = 8
"""Lessons offered as next ones at most."""


@dataclass(frozen=True, slots=True)
class LessonPage:
    """A lesson in one language, with where it belongs and where it leads."""

    material: Material
    body: Body
    check: Check
    before: Sequence[Lesson]
    after: Sequence[Lesson]
    stages: Sequence[tuple[CsmType, Stage]]

    @property
    def lesson(self) -> Lesson:
        return self.material.lesson

    @property
    def exercise(self) -> Section:
        return self.body.section(SectionName.EXERCISE)

    @property
    def reading(self) -> Sequence[Section]:
        """Everything to read before the exercise."""
        return [each for each in self.body.sections if each.name is not SectionName.EXERCISE]


def lesson_page(lesson: Lesson, language: Language, check: Check) -> LessonPage:
    """Raises LibraryError when the files of the lesson are wrong."""
    material = training().materials[lesson.id]
    return LessonPage(
        material=material,
        body=material.bodies[language],
        check=check,
        before=[training().lessons[each] for each in lesson.requires],
        after=_after(lesson)[:FIRST],
        stages=_stages(lesson),
    )


def curriculum_of(type_id: str) -> tuple[CsmType, Curriculum] | None:
    """The curriculum of a type; None for a type that there is not."""
    found = training().curricula.get(type_id)
    return (library().types[type_id], found) if found else None


def _after(lesson: Lesson) -> Sequence[Lesson]:
    """Lessons that take one of its skills further from where it ends."""
    follow = [
        each
        for skill in lesson.skills
        for each in training().by_skill[skill.id]
        if each.leads_on(lesson.goal)
    ]
    return list(dict.fromkeys(follow))


def _stages(lesson: Lesson) -> Sequence[tuple[CsmType, Stage]]:
    return [
        (library().types[type_id], stage)
        for type_id, curriculum in training().curricula.items()
        for stage in curriculum.stages
        if lesson in stage.lessons
    ]
