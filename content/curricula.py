"""Onboarding curricula: the first week and the days 30, 60 and 90, and when a stage may close."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessments.levels import Level
from assessments.ratings import Relation
from assessments.text import Text
from content.calendars import Calendar
from content.curriculum_refusals import (
    EarlierStageOpen,
    LessonComplete,
    LessonNotInCurriculum,
    LessonsIncomplete,
    NoteMissing,
    OnlyTheManagerCloses,
    PrerequisiteMissing,
    StageClosed,
)
from content.lessons import Lesson


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of a curriculum, due ``days`` days after the start.

    ``done`` is its done criterion; ``proof`` says what the manager is shown.
    """

    id: str
    name: Text
    days: int
    lessons: tuple[Lesson, ...]
    done: Text
    proof: Text

    @property
    def minutes(self) -> int:
        return sum(lesson.minutes for lesson in self.lessons)


@dataclass(frozen=True, slots=True)
class Curriculum:
    """What a newcomer of one type learns, stage by stage; the first week is common to all."""

    type_id: str
    stages: tuple[Stage, ...]

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons in the order in which they are assigned."""
        return tuple(lesson for stage in self.stages for lesson in stage.lessons)

    def stage_of(self, lesson_id: str) -> Stage:
        """The stage that holds this lesson. Raises LessonNotInCurriculum."""
        for stage in self.stages:
            if any(lesson.id == lesson_id for lesson in stage.lessons):
                return stage
        raise LessonNotInCurriculum(lesson_id=lesson_id)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one person has come in a curriculum that began on ``start``.

    ``completed`` holds the day of completion and ``notes`` the reason for a delay, both by lesson
    id; ``closed`` the day each stage was closed, by stage id.
    """

    curriculum: Curriculum
    start: date
    calendar: Calendar
    completed: Mapping[str, date]
    notes: Mapping[str, str]
    closed: Mapping[str, date]

    def due(self, stage: Stage) -> date:
        """The last day that is in time for the lessons of a stage."""
        return self.calendar.due(self.start, stage.days)

    def is_overdue(self, lesson_id: str, today: date) -> bool:
        """Whether a lesson was completed, or is still open, after its stage was due.

        Raises LessonNotInCurriculum.
        """
        return self.completed.get(lesson_id, today) > self.due(self.curriculum.stage_of(lesson_id))

    @property
    def open_stage(self) -> Stage | None:
        """The first stage that is not closed; None when all are."""
        return next((each for each in self.curriculum.stages if each.id not in self.closed), None)

    @property
    def startable(self) -> tuple[Lesson, ...]:
        """Lessons that may be started now, in order; those of later stages too."""
        return tuple(
            lesson
            for lesson in self.curriculum.lessons
            if lesson.id not in self.completed and not any(missing_for(lesson, self.completed))
        )


def missing_for(lesson: Lesson, completed: Mapping[str, date]) -> Iterator[str]:
    """Ids of the lessons that must be completed before this one and are not."""
    return (each for each in lesson.requires if each not in completed)


def complete(progress: Progress, lesson_id: str, today: date) -> Progress:
    """The progress with this lesson completed.

    A lesson of a later stage may be completed early; its stage still closes in its turn.
    Raises LessonNotInCurriculum, LessonComplete, PrerequisiteMissing.
    """
    check_may_start(progress, lesson_id)
    return replace(progress, completed={**progress.completed, lesson_id: today})


def check_may_start(progress: Progress, lesson_id: str) -> None:
    """Raises LessonNotInCurriculum, LessonComplete, PrerequisiteMissing."""
    lessons = {each.id: each for each in progress.curriculum.stage_of(lesson_id).lessons}
    if lesson_id in progress.completed:
        raise LessonComplete
    if missing := tuple(missing_for(lessons[lesson_id], progress.completed)):
        raise PrerequisiteMissing(missing)


def noted(progress: Progress, lesson_id: str, note: str) -> Progress:
    """The progress with the reason why a lesson is late. Raises LessonNotInCurriculum."""
    progress.curriculum.stage_of(lesson_id)
    return replace(progress, notes={**progress.notes, lesson_id: note})


def close(progress: Progress, stage: Stage, by: Relation, today: date) -> Progress:
    """The progress with this stage closed: the manager confirms that its criterion is met.

    Raises OnlyTheManagerCloses, StageClosed, EarlierStageOpen, LessonsIncomplete, NoteMissing.
    Source: domain file, section 5.3.
    """
    check_may_close(progress, stage, by, today)
    return replace(progress, closed={**progress.closed, stage.id: today})


def check_may_close(progress: Progress, stage: Stage, by: Relation, today: date) -> None:
    """Raises what ``close`` raises."""
    if by is not Relation.MANAGER:
        raise OnlyTheManagerCloses
    if stage.id in progress.closed:
        raise StageClosed
    if progress.open_stage != stage:
        raise EarlierStageOpen
    if left := tuple(each.id for each in stage.lessons if each.id not in progress.completed):
        raise LessonsIncomplete(left)
    if late := unexplained(progress, stage, today):
        raise NoteMissing(late)


def unexplained(progress: Progress, stage: Stage, today: date) -> tuple[str, ...]:
    """Ids of the lessons of a stage that are late without a note."""
    return tuple(
        lesson.id
        for lesson in stage.lessons
        if progress.is_overdue(lesson.id, today) and not progress.notes.get(lesson.id, "").strip()
    )


def unassignable(
    curriculum: Curriculum, levels: Mapping[str, Level]
) -> Iterator[tuple[Lesson, Mapping[str, Level]]]:
    """Lessons that could not be assigned in order to somebody with these levels, by skill id.

    Each comes with the levels that the lessons before it lead to.
    """
    assumed = dict(levels)
    for lesson in curriculum.lessons:
        if not lesson.suits(assumed):
            yield lesson, dict(assumed)
        assumed |= lesson.lifted(assumed)
