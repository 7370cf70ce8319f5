"""The files of one lesson, known by folder and name, and what holds for each of their tables."""

import tomllib
from collections.abc import Container, Iterator
from math import isfinite
from pathlib import Path
from typing import TypeGuard

from assessments.loading import LibraryError
from assessments.loading.documents import Table
from assessments.text import Text
from content.loading.markup import forbidden_in


def name_of(path: Path) -> str:
    """The file as errors name it: ``T31/lesson.toml``."""
    return f"{path.parent.name}/{path.name}"


def source_of(path: Path) -> str:
    """The text of a file. Raises LibraryError when it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as problem:
        raise LibraryError(name_of(path), "", _cause(problem)) from problem


def document_of(path: Path, source: str) -> Table:
    """The root table of a TOML text. Raises LibraryError when it is not one."""
    try:
        return Table(name_of(path), "", tomllib.loads(source))
    except ValueError as problem:
        raise LibraryError(name_of(path), "", str(problem)) from problem


def known_only(table: Table, *known: str) -> None:
    """Raises LibraryError for a key that is none of ``known``."""
    for key in table.values:
        if key not in known:
            raise table.error(key, f"is not known here: {', '.join(known)}")


def plain(table: Table, key: str) -> Text:
    """A phrase in both languages without markup. Raises LibraryError."""
    text = table.text(key)
    for language, words in (("ja", text.ja), ("en", text.en)):
        if problem := forbidden_in(words):
            raise table.error(f"{key}.{language}", problem)
    return text


def plain_if_there(table: Table, key: str) -> Text | None:
    return plain(table, key) if key in table.values else None


def known_words(table: Table, key: str, known: Container[str]) -> tuple[str, ...]:
    """The words of a list, each of ``known``, none twice. Raises LibraryError."""
    found = table.words(key)
    for word in found:
        if word not in known:
            raise table.error(key, f"{word!r} is not known here")
    return found


def flag(table: Table, key: str) -> bool:
    """A yes or no; no when it is absent. Raises LibraryError."""
    value = table.values.get(key, False)
    if not isinstance(value, bool):
        raise table.error(key, "must be true or false")
    return value


def number_or(table: Table, key: str, default: int, most: int) -> int:
    """A whole number from 0 to ``most``; ``default`` when it is absent. Raises LibraryError."""
    return table.number(key, 0, most) if key in table.values else default


def is_finite(value: object) -> TypeGuard[int | float]:
    """Whether it is a number that one can calculate with: no yes or no, neither inf nor nan."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and isfinite(value))


def tables_if_there(table: Table, key: str) -> Iterator[Table]:
    """The tables of a list; none when it is absent. Raises LibraryError."""
    return table.tables(key) if key in table.values else iter(())


def _cause(problem: Exception) -> str:
    return problem.strerror or "cannot be read" if isinstance(problem, OSError) else str(problem)
