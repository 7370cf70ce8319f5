"""Every phrase of a value of the library, such as a kit."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from assessments.text import Text


def texts_in(value: Any) -> Iterator[Text]:
    """In the order of its fields, without those of skills, which are explained elsewhere."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "skill":
                yield from texts_in(getattr(value, field.name))
