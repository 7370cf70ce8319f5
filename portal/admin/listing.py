"""One page of the list of people, in the same few queries however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.text import Text
from portal.admin.known_names import type_names
from portal.admin.people_facts import role_names
from portal.persistence import lines, people, roles
from portal.persistence.people import Person
from portal.web.text import is_keepable, tidy

PAGE = 50
LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """One row. ``manager`` is a name, "" for nobody."""

    person: Person
    type_name: Text | None
    roles: Text
    manager: str
    has_left: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """``page`` counts from 1; ``total`` people hold the words."""

    words: str
    page: int
    pages: int
    total: int
    rows: Sequence[Listed]


def listing_of(words: str, page: int, today: date) -> Listing:
    """The page nearest to the one asked for."""
    words = searchable(words)
    total = people.count(words)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    found = people.search(words, limit=PAGE, offset=(page - 1) * PAGE)
    return Listing(words, page, pages, total, _rows(found, today))


def searchable(words: str) -> str:
    """What can be searched for: one short line, or nothing."""
    words = tidy(words[:LONGEST_SEARCH])
    return words if is_keepable(words) else ""


def _rows(found: Sequence[Person], today: date) -> Sequence[Listed]:
    ids = [person.id for person in found]
    held = roles.roles_by_person(ids, today)
    above = lines.managers_of(ids, today)
    managers = people.among([chain[0] for chain in above.values() if chain])
    names = {manager.id: manager.name for manager in managers}
    types = type_names()
    return [
        Listed(
            person=person,
            type_name=types.get(person.type_id or ""),
            roles=role_names(held[person.id]),
            manager=names[above[person.id][0]] if above[person.id] else "",
            has_left=person.left_on is not None and person.left_on <= today,
        )
        for person in found
    ]
