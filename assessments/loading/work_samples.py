"""Work samples and rubrics from the file of a kit."""

import re
from collections.abc import Iterator
from itertools import chain

from assessments.loading.documents import Table
from assessments.rubrics import Rubric
from assessments.text import Text
from assessments.work_samples import (
    MINUTES,
    AnswerKey,
    Assignment,
    DataTable,
    Material,
    Passage,
    SampleAnswer,
    Stage,
    Working,
    WorkSample,
)

MOST_ROWS, LEAST_COLUMNS, MOST_COLUMNS = 14, 2, 7
"""What fits across a page and can be read in ten minutes."""

_FIGURE = re.compile(r"\d+(\.\d+)?")


def work_sample_in(table: Table) -> WorkSample:
    material = tuple(map(_material, table.tables("material")))
    return WorkSample(_assignment(table, material), _key(table, material))


def rubric_in(table: Table) -> Rubric:
    anchors = table.texts("rubric")
    try:
        return Rubric(anchors)
    except ValueError as problem:
        raise table.error("rubric", str(problem)) from problem


def _assignment(table: Table, material: tuple[Material, ...]) -> Assignment:
    schedule = tuple(
        Stage(each.number("minutes", 1, MINUTES), each.text("what"))
        for each in table.tables("schedule")
    )
    total = sum(each.minutes for each in schedule)
    if total != table.number("minutes", MINUTES, MINUTES):
        raise table.error("schedule", f"must take {MINUTES} minutes, takes {total}")
    title, brief, tasks = table.text("title"), table.texts("brief"), table.texts("tasks")
    return Assignment(title, brief, tasks, schedule, material)


def _key(table: Table, material: tuple[Material, ...]) -> AnswerKey:
    return AnswerKey(
        table.texts("panel"),
        table.texts("solution"),
        tuple(_working(each, _row_names(material)) for each in table.tables("workings")),
        rubric_in(table),
        SampleAnswer(table.texts("good"), table.text("good_why")),
        SampleAnswer(table.texts("weak"), table.text("weak_why")),
        table.words("chosen"),
    )


def _material(table: Table) -> Material:
    name, title = table.word("id"), table.text("title")
    if "paragraphs" in table.values:
        return Passage(name, title, table.texts("paragraphs"))
    columns = table.texts("columns")
    rows = tuple(_rows(table, len(columns)))
    note = table.text("note") if "note" in table.values else None
    if not 1 <= len(rows) <= MOST_ROWS:
        raise table.error("rows", f"must be 1 to {MOST_ROWS}, are {len(rows)}")
    if not LEAST_COLUMNS <= len(columns) <= MOST_COLUMNS:
        problem = f"must be {LEAST_COLUMNS} to {MOST_COLUMNS}, are {len(columns)}"
        raise table.error("columns", problem)
    return DataTable(name, title, columns, rows, note)


def _rows(table: Table, width: int) -> Iterator[tuple[Text, ...]]:
    rows = table.values.get("rows")
    if not isinstance(rows, list):
        raise table.error("rows", "must be a list of rows")
    for index, row in enumerate(rows):
        key = f"rows[{index}]"
        if not isinstance(row, list) or len(row) != width:
            raise table.error(key, f"must have {width} cells")
        yield tuple(_cell(table, f"{key}[{place}]", each) for place, each in enumerate(row))


def _cell(table: Table, key: str, value: object) -> Text:
    if isinstance(value, str):
        return Text(value, value)
    if not isinstance(value, dict):
        raise table.error(key, "must be text, in one or in two languages")
    return Table(table.file, f"{table.key}.{key}", value).phrase()


def _row_names(material: tuple[Material, ...]) -> frozenset[str]:
    """Rows that go by the same name in both languages, such as A-04."""
    rows = chain.from_iterable(each.rows for each in material if isinstance(each, DataTable))
    return frozenset(row[0].ja for row in rows if row[0].ja == row[0].en)


def _working(table: Table, row_names: frozenset[str]) -> Working:
    counts = "found" in table.values
    found = table.words("found") if counts else ()
    for each in found:
        if each not in row_names:
            raise table.error("found", f"{each!r} is no row of the material")
    result = table.word("result")
    if not _FIGURE.fullmatch(result):
        raise table.error("result", "must be a figure such as 3604 or 0.5")
    return Working(table.text("name"), "" if counts else table.word("steps"), found, result)
