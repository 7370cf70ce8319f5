"""Everything in one lesson, from the files of its folder."""

from collections.abc import Mapping
from pathlib import Path

from assessments.loading import LibraryError
from assessments.loading.documents import Table
from assessments.skills import Skill
from assessments.text import LANGUAGES, Language
from content.bodies import Body, shape_of
from content.lessons import WITH_TEMPLATE, Lesson, Material
from content.loading.bodies import body_of
from content.loading.documents import document_of, name_of, source_of
from content.loading.figures import drills_in, figures_in
from content.loading.lessons import check_in, exercise_in, lesson_in
from content.loading.templates import template_in
from content.templates import Template

LESSON, TEMPLATE = "lesson.toml", "template.toml"


def lesson_document(folder: Path) -> Table:
    return document_of(folder / LESSON, source_of(folder / LESSON))


def material_in(folder: Path, skills: Mapping[str, Skill]) -> Material:
    """The lesson in this folder, whole. Raises LibraryError."""
    document = lesson_document(folder)
    lesson = lesson_in(document, folder.name, skills)
    return Material(
        lesson,
        bodies_in(folder, lesson),
        exercise_in(document, lesson),
        check_in(document, lesson),
        tuple(figures_in(document)),
        tuple(drills_in(document)),
        template_of(folder, lesson),
    )


def bodies_in(folder: Path, lesson: Lesson) -> Mapping[Language, Body]:
    """Both languages of a lesson, alike in their blocks. Raises LibraryError."""
    bodies = {language: body_in(folder, lesson, language) for language in LANGUAGES}
    for ours, theirs in zip(shape_of(bodies["en"]), shape_of(bodies["ja"]), strict=True):
        if ours != theirs:
            problem = f"is not made like ja.md: {_difference(ours[1], theirs[1])}"
            raise LibraryError(name_of(folder / "en.md"), ours[0], problem)
    return bodies


def body_in(folder: Path, lesson: Lesson, language: Language) -> Body:
    """One language of a lesson. Raises LibraryError."""
    path = folder / f"{language}.md"
    return body_of(source_of(path), name_of(path), language, lesson.format)


def template_of(folder: Path, lesson: Lesson) -> Template | None:
    """The template, which some formats must have. Raises LibraryError."""
    path = folder / TEMPLATE
    if not path.exists() and lesson.format not in WITH_TEMPLATE:
        return None
    return template_in(document_of(path, source_of(path)))


def _difference(ours: tuple[object, ...], theirs: tuple[object, ...]) -> str:
    """Where two sections part, in words."""
    pairs = zip((*ours, "nothing"), (*theirs, "nothing"), strict=False)
    unlike = ((place, *pair) for place, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    place, here, there = next(unlike)
    return f"block {place} is {here}, in Japanese {there}"
