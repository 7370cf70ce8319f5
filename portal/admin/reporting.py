"""Who reports to whom, as a whole: a line never leads back to where it began."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


def rings(managers: Mapping[Member, Member]) -> Sequence[tuple[Member, ...]]:
    """Every ring in which people would manage one another; empty for a proper tree.

    ``managers`` gives each person's manager. A ring lists each of its people once.
    """
    found: list[tuple[Member, ...]] = []
    done: set[Member] = set()
    for start in managers:
        path: dict[Member, None] = {}
        here: Member | None = start
        while here is not None and here not in done and here not in path:
            path[here] = None
            here = managers.get(here)
        if here is not None and here in path:
            members = list(path)
            found.append(tuple(members[members.index(here) :]))
        done.update(path)
    return found
