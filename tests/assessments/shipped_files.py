"""The shipped data files, each with the function that reads it alone."""

import tomllib
from collections.abc import Callable
from typing import Any

from assessments.loading.documents import Table
from assessments.loading.library import SHIPPED, levels_in
from assessments.loading.skills import category_in, skills_in
from assessments.loading.types import bands_in, maps_in, overlays_in, questions_in
from tests.assessments.builders import library

Reader = Callable[[Table], object]

SKILLS, TYPES = library().skills, library().types
READERS: dict[str, Reader] = {
    "levels.toml": levels_in,
    "bands.toml": lambda document: bands_in(document, SKILLS),
    "types.toml": lambda document: list(maps_in(document, SKILLS)),
    "overlays.toml": lambda document: list(overlays_in(document, SKILLS)),
    "type_finder.toml": lambda document: list(questions_in(document, TYPES)),
} | {
    f"skills/{each}.toml": lambda document: list(skills_in(document, category_in(document)))
    for each in library().categories
}


def text_of(file: str) -> str:
    return (SHIPPED / file).read_text("utf-8")


def read(file: str, document: dict[str, Any]) -> object:
    return READERS[file](Table(file, "", document))


def read_with(file: str, old: str, new: str) -> object:
    """Read one file in which the first ``old`` reads ``new``."""
    text = text_of(file)
    assert old in text
    return read(file, tomllib.loads(text.replace(old, new, 1)))
