"""Reading one data file: tables whose every access names file and key when it fails."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

from assessments.text import LANGUAGES, Text

_Choice = TypeVar("_Choice")


class LibraryError(Exception):
    """A data file is wrong. The message names file, key and what is wrong there.

    ``key`` is empty when the file cannot be read at all.
    """

    def __init__(self, file: str, key: str, problem: str) -> None:
        self.file, self.key, self.problem = file, key, problem
        super().__init__(": ".join(part for part in (file, key, problem) if part))


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a data file and where it stands."""

    file: str
    key: str
    values: Mapping[str, Any]

    def error(self, key: str, problem: str) -> LibraryError:
        return LibraryError(self.file, self._path(key), problem)

    def word(self, key: str) -> str:
        value = self._required(key)
        if not _is_word(value):
            raise self.error(key, "must be text in quotes")
        return value

    def number(self, key: str, least: int, most: int) -> int:
        value = self._required(key)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.error(key, f"must be a whole number from {least} to {most}")
        return value

    def text(self, key: str) -> Text:
        return self.table(key).phrase()

    def phrase(self) -> Text:
        """The table itself as one phrase."""
        if set(self.values) != set(LANGUAGES):
            raise LibraryError(self.file, self.key, "must have exactly the languages ja and en")
        return Text(self.word("ja"), self.word("en"))

    def table(self, key: str) -> "Table":
        value = self._required(key)
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return Table(self.file, self._path(key), value)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of a list, each known by its id, else by its index; no id stands twice."""
        value = self._required(key)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.error(key, "must be a list of tables")
        seen: set[str] = set()
        for index, each in enumerate(value):
            item = f"{key}[{each.get('id', index)}]"
            if item in seen:
                raise self.error(item, "stands twice")
            seen.add(item)
            yield Table(self.file, self._path(item), each)

    def texts(self, key: str) -> tuple[Text, ...]:
        """The phrases of a list; at least one."""
        texts = tuple(each.phrase() for each in self.tables(key))
        if not texts:
            raise self.error(key, "must not be empty")
        return texts

    def words(self, key: str) -> tuple[str, ...]:
        """The words of a list, none empty and none twice; the list may be empty."""
        value = self._required(key)
        if not isinstance(value, list) or not all(map(_is_word, value)):
            raise self.error(key, "must be a list of words")
        for index, word in enumerate(value):
            if word in value[:index]:
                raise self.error(key, f"{word!r} stands twice")
        return tuple(value)

    def flag(self, key: str) -> bool:
        value = self._required(key)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def choice(self, key: str, choices: Mapping[str, _Choice]) -> _Choice:
        """The value that a word stands for; fails for a word that is no choice."""
        word = self.word(key)
        if word not in choices:
            raise self.error(key, f"{word!r} is none of {', '.join(choices)}")
        return choices[word]

    def _required(self, key: str) -> Any:
        if key not in self.values:
            raise self.error(key, "is missing")
        return self.values[key]

    def _path(self, key: str) -> str:
        return f"{self.key}.{key}" if self.key else key


def _is_word(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def read_document(path: Path) -> Table:
    """The root table of a TOML file. Raises LibraryError when it cannot be read."""
    try:
        return Table(path.name, "", tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as problem:
        raise LibraryError(path.name, "", str(problem)) from problem
