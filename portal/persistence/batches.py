"""Long lists in pieces: a database takes only so many values in one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

SIZE = 500


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items in order, at most 500 at a time."""
    for start in range(0, len(items), SIZE):
        yield items[start : start + SIZE]
