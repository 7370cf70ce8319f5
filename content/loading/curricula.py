"""``curricula.toml``: the stages, the common first week and one curriculum per type."""

from collections.abc import Collection, Iterator, Mapping

from assessments.csm_types import CsmType
from assessments.loading.documents import Table
from assessments.text import Text
from content.curricula import Curriculum, Stage
from content.lessons import Lesson
from content.loading.documents import known_only, known_words, plain

LONGEST = 365
"""Days that a stage may take at most."""

Spans = Mapping[str, tuple[Text, int]]


def curricula_in(
    document: Table, lessons: Mapping[str, Lesson], types: Mapping[str, CsmType]
) -> Iterator[Curriculum]:
    """One curriculum per type, each beginning with the common week. Raises LibraryError."""
    known_only(document, "stages", "first_week", "curricula")
    spans = _spans(document)
    week = _stage(document.table("first_week"), "first_week", spans, lessons)
    _check_order(document, week, set())
    tables = {table.choice("id", types).id: table for table in document.tables("curricula")}
    for type_id in types:
        if type_id not in tables:
            raise document.error("curricula", f"has none for {type_id}")
        yield Curriculum(type_id, (week, *_stages(tables[type_id], week, spans, lessons)))


def _spans(document: Table) -> Spans:
    """Name and due day of each stage, by id, in order."""
    spans: dict[str, tuple[Text, int]] = {}
    before = 0
    for table in document.tables("stages"):
        known_only(table, "id", "name", "days")
        before = table.number("days", before + 1, LONGEST)
        spans[table.word("id")] = (plain(table, "name"), before)
    if next(iter(spans), "") != "first_week":
        raise document.error("stages", "must begin with first_week")
    return spans


def _stages(
    table: Table, week: Stage, spans: Spans, lessons: Mapping[str, Lesson]
) -> Iterator[Stage]:
    later = tuple(spans)[1:]
    known_only(table, "id", *later)
    seen = {lesson.id for lesson in week.lessons}
    for stage_id in later:
        stage = _stage(table.table(stage_id), stage_id, spans, lessons)
        _check_order(table, stage, seen)
        seen |= {lesson.id for lesson in stage.lessons}
        yield stage


def _check_order(table: Table, stage: Stage, before: Collection[str]) -> None:
    """Raises LibraryError for a lesson that stands twice, or before one that it requires."""
    seen = set(before)
    for lesson in stage.lessons:
        if lesson.id in seen:
            raise table.error(f"{stage.id}.lessons", f"{lesson.id} stands twice")
        for each in lesson.requires:
            if each not in seen:
                problem = f"{each} must stand before {lesson.id}, which requires it"
                raise table.error(f"{stage.id}.lessons", problem)
        seen.add(lesson.id)


def _stage(table: Table, stage_id: str, spans: Spans, lessons: Mapping[str, Lesson]) -> Stage:
    known_only(table, "lessons", "done", "proof")
    name, days = spans[stage_id]
    found = tuple(lessons[each] for each in known_words(table, "lessons", lessons))
    return Stage(stage_id, name, days, found, plain(table, "done"), plain(table, "proof"))
