"""Lessons read part by part, so that a writer learns of every problem and not only of the first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from assessments.loading import LibraryError
from assessments.loading.documents import Table
from assessments.skills import Skill
from assessments.text import LANGUAGES, Language
from content.bodies import Body, shape_of
from content.drills import Drill
from content.figures import Figure
from content.lessons import WITH_TEMPLATE, Exercise, Lesson, Question
from content.loading.documents import document_of, source_of
from content.loading.figures import drill_in, figure_in
from content.loading.lessons import check_in, exercise_in, lesson_in, question_in
from content.loading.materials import TEMPLATE, body_in, lesson_document
from content.loading.templates import part_in, template_in
from content.templates import Template, TemplateKind

Read = TypeVar("Read")


@dataclass
class Draft:
    """What could be read of one lesson, and what was wrong with the rest."""

    id: str
    lesson: Lesson | None = None
    bodies: dict[Language, Body] = field(default_factory=dict)
    exercise: Exercise | None = None
    questions: list[Question] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    drills: list[Drill] = field(default_factory=list)
    template: Template | None = None
    problems: list[str] = field(default_factory=list)

    def tried(self, read: Callable[[], Read]) -> Read | None:
        """What ``read`` gives; its error becomes a problem of this draft."""
        try:
            return read()
        except LibraryError as problem:
            self.problems.append(str(problem))
            return None


def draft_of(folder: Path, skills: Mapping[str, Skill]) -> Draft:
    draft = Draft(folder.name)
    document = draft.tried(lambda: lesson_document(folder))
    if document is None:
        return draft
    lesson = draft.lesson = draft.tried(lambda: lesson_in(document, folder.name, skills))
    draft.questions = _each(draft, document, "check", question_in)
    draft.figures = _each(draft, document, "figures", figure_in)
    draft.drills = _each(draft, document, "drills", drill_in)
    if lesson is not None:
        _read_more(draft, folder, document, lesson)
    draft.problems = list(dict.fromkeys(draft.problems))
    return draft


def _read_more(draft: Draft, folder: Path, document: Table, lesson: Lesson) -> None:
    """What can only be judged with the facts of the lesson."""
    draft.exercise = draft.tried(lambda: exercise_in(document, lesson))
    draft.tried(lambda: check_in(document, lesson))
    for language in LANGUAGES:
        if body := draft.tried(lambda: body_in(folder, lesson, language)):  # noqa: B023 -- at once
            draft.bodies[language] = body
    if len(draft.bodies) == len(LANGUAGES):
        draft.problems += unlike_blocks(draft)
    if (folder / TEMPLATE).exists() or lesson.format in WITH_TEMPLATE:
        draft.template = _template(draft, folder / TEMPLATE)


def _each(draft: Draft, document: Table, key: str, read: Callable[[Table], Read]) -> list[Read]:
    if key not in document.values:
        return []
    tables = draft.tried(lambda: list(document.tables(key))) or []
    found = [draft.tried(lambda: read(table)) for table in tables]  # noqa: B023 -- at once
    return [each for each in found if each is not None]


def _template(draft: Draft, path: Path) -> Template | None:
    document = draft.tried(lambda: document_of(path, source_of(path)))
    if document is None:
        return None
    document_kind = document.values.get("kind") == TemplateKind.DOCUMENT
    kind = TemplateKind.DOCUMENT if document_kind else TemplateKind.SHEET
    _each(draft, document, "parts", lambda table: part_in(table, kind))
    return draft.tried(lambda: template_in(document))


def unlike_blocks(draft: Draft) -> Iterator[str]:
    """Every section whose blocks differ between the languages."""
    ja, en = (shape_of(draft.bodies[language]) for language in LANGUAGES)
    for (name, theirs), (_, ours) in zip(ja, en, strict=True):
        for place in range(max(len(ours), len(theirs))):
            pair = [dict(enumerate(each, 0)).get(place, "nothing") for each in (ours, theirs)]
            if pair[0] != pair[1]:
                yield (
                    f"{draft.id}/en.md: {name}: block {place + 1} is {pair[0]}, "
                    f"in ja.md it is {pair[1]}"
                )
                break
