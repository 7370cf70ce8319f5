"""The training library: what every lesson is about at once, what it says when somebody opens it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from assessments.levels import Level
from assessments.loading import Library, LibraryError
from assessments.skills import Skill
from content.curricula import Curriculum
from content.lessons import Lesson, Material
from content.loading.curricula import curricula_in
from content.loading.documents import document_of, name_of, source_of
from content.loading.lessons import lesson_in
from content.loading.materials import LESSON, material_in

SHIPPED = Path(__file__).parent.parent / "library"

_EXERCISE = re.compile(r"^\[exercise\]", re.MULTILINE)


class Materials(Mapping[str, Material]):
    """What each lesson says, by id; a lesson is read when it is first asked for, then kept.

    Asking raises LibraryError for a lesson whose files are wrong.
    """

    def __init__(
        self, folder: Path, lessons: Mapping[str, Lesson], skills: Mapping[str, Skill]
    ) -> None:
        self._folder, self._lessons, self._skills = folder, lessons, skills
        self._read: dict[str, Material] = {}

    def __getitem__(self, lesson_id: str) -> Material:
        if lesson_id not in self._read:
            lesson = self._lessons[lesson_id]
            self._read[lesson_id] = material_in(self._folder / lesson.id, self._skills)
        return self._read[lesson_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lessons)

    def __len__(self) -> int:
        return len(self._lessons)


@dataclass(frozen=True)
class TrainingLibrary:
    """Lessons by id in the order of their ids, curricula by the id of their type."""

    lessons: Mapping[str, Lesson]
    curricula: Mapping[str, Curriculum]
    materials: Mapping[str, Material]

    @cached_property
    def by_skill(self) -> Mapping[str, tuple[Lesson, ...]]:
        """Lessons by the id of a skill that they teach, lowest level first."""
        found: dict[str, list[Lesson]] = {}
        for lesson in sorted(self.lessons.values(), key=lambda each: (each.start, each.goal)):
            for skill in lesson.skills:
                found.setdefault(skill.id, []).append(lesson)
        return {skill_id: tuple(lessons) for skill_id, lessons in found.items()}

    def next_lessons(self, skill_id: str, level: Level | None) -> tuple[Lesson, ...]:
        """Lessons of a skill that begin at this level or below and end above it, shortest first.

        Nobody without a level is offered any.
        """
        if level is None:
            return ()
        found = [each for each in self.by_skill.get(skill_id, ()) if each.leads_on(level)]
        return tuple(sorted(found, key=lambda each: (each.minutes, each.id)))


def load_training(known: Library, folder: Path = SHIPPED) -> TrainingLibrary:
    """Read and check the facts of every lesson and all curricula below ``folder``.

    What the lessons say is read when it is asked for; ``check_training`` reads it all.
    Raises LibraryError.
    """
    lessons = {each.id: each for each in _lessons(folder / "lessons", known.skills)}
    _check_requirements(lessons)
    path = folder / "curricula.toml"
    curricula = curricula_in(document_of(path, source_of(path)), lessons, known.types)
    materials = Materials(folder / "lessons", lessons, known.skills)
    return TrainingLibrary(lessons, {each.type_id: each for each in curricula}, materials)


def check_training(library: TrainingLibrary) -> None:
    """Read everything that the lessons say. Raises LibraryError for the first that is wrong."""
    for lesson_id in library.materials:
        library.materials[lesson_id]


def _lessons(folder: Path, skills: Mapping[str, Skill]) -> Iterator[Lesson]:
    if not folder.is_dir():
        raise LibraryError("lessons", "", "No such directory")
    for each in sorted(folder.iterdir()):
        path = each / LESSON
        yield lesson_in(document_of(path, _facts(source_of(path))), each.name, skills)


def _facts(source: str) -> str:
    """The top of a lesson file, down to its exercise: a tenth of it, and all a catalogue needs."""
    return _EXERCISE.split(source, maxsplit=1)[0]


def _check_requirements(lessons: Mapping[str, Lesson]) -> None:
    for lesson in lessons.values():
        for each in lesson.requires:
            if each not in lessons:
                raise _requires(lesson, f"{each!r} is not known here")
            if lessons[each].start > lesson.start or lessons[each].goal > lesson.goal:
                raise _requires(lesson, f"{each} starts or leads higher than {lesson.id}")
    try:
        TopologicalSorter({each.id: each.requires for each in lessons.values()}).prepare()
    except CycleError as problem:
        circle: list[str] = problem.args[1]
        raise _requires(lessons[circle[0]], f"goes in a circle: {' → '.join(circle)}") from problem


def _requires(lesson: Lesson, problem: str) -> LibraryError:
    return LibraryError(name_of(Path(lesson.id, LESSON)), "requires", problem)
