"""Loading: every single key of the shipped files is needed and is checked."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from assessments.loading import LibraryError
from assessments.text import LANGUAGES
from tests.assessments.shipped_files import READERS, read, text_of

MAY_BE_ABSENT = ("weight", "added_weight")
MAY_BE_EMPTY = ("points", "junior_floors")
"""Tables whose keys are ids: any id of the library may be left out of them."""


@dataclass(frozen=True)
class Place:
    """One key of a document: the table that holds it, and how an error writes where it is."""

    table: dict[str, Any]
    key: str
    parent: str

    @property
    def path(self) -> str:
        return f"{self.parent}.{self.key}".lstrip(".")


def places(values: dict[str, Any], parent: str = "") -> Iterator[Place]:
    for key, value in values.items():
        place = Place(values, key, parent)
        yield place
        if isinstance(value, dict):
            yield from places(value, place.path)
        elif isinstance(value, list):
            for index, each in enumerate(value):
                yield from places(each, f"{place.path}[{each.get('id', index)}]")


def document_of(file: str) -> dict[str, Any]:
    """The document of a file; of the types only two, which are all of the same make."""
    document = tomllib.loads(text_of(file))
    return {key: value[:2] if key == "types" else value for key, value in document.items()}


def is_free(file: str, place: Place) -> bool:
    """Whether the file is still right without this key."""
    if place.parent.endswith(MAY_BE_EMPTY):
        return True
    return file == "overlays.toml" and (
        place.key in MAY_BE_ABSENT or place.parent.endswith(".skills")
    )


def named_without(place: Place) -> str:
    """The key that an error names when this one is gone: a phrase or a map is wrong as a whole."""
    is_whole = place.key in LANGUAGES or place.parent.endswith("].skills")
    return place.parent if is_whole else place.path


def error_key(file: str, document: dict[str, Any], place: Place) -> str:
    with pytest.raises(LibraryError) as wrong:
        read(file, document)
    assert wrong.value.file == file, place.path
    assert wrong.value.problem, place.path
    return wrong.value.key


def without_own_id(key: str) -> str:
    """An entry whose id is wrong cannot be known by its id."""
    return re.sub(r"\[[^]]*\]\.id$", "[].id", key)


@pytest.mark.parametrize("file", READERS)
def test_a_file_without_one_of_its_keys_is_refused_with_the_name_of_that_key(file: str) -> None:
    document = document_of(file)
    for place in [each for each in places(document) if not is_free(file, each)]:
        before = dict(place.table)
        del place.table[place.key]
        found = error_key(file, document, place)
        place.table.update(before)
        assert without_own_id(found) == without_own_id(named_without(place))


@pytest.mark.parametrize("file", READERS)
def test_a_file_with_a_wrong_kind_of_value_is_refused_with_the_name_of_its_key(file: str) -> None:
    document = document_of(file)
    for place in list(places(document)):
        before = place.table[place.key]
        place.table[place.key] = 0.5
        found = error_key(file, document, place)
        place.table[place.key] = before
        assert without_own_id(found) == without_own_id(place.path)


@pytest.mark.parametrize("file", READERS)
def test_the_readers_take_the_shipped_files_as_they_are(file: str) -> None:
    assert read(file, document_of(file))
