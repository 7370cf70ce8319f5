"""The people of the demo whom a visitor may become with one click."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from assessments.text import Text
from portal.persistence import people


class DemoPerson(NamedTuple):
    role: Text
    name: str
    person_id: UUID


def people_to_show() -> Sequence[DemoPerson]:
    """One for each role, in the order of the cast; none where the demo was not loaded."""
    from portal.demo.cast import ONE_CLICK  # noqa: PLC0415 (brings Alembic along: only a demo waits)

    found = {person.email: person for person in people.with_addresses(tuple(ONE_CLICK))}
    return [
        DemoPerson(role, found[email].name, found[email].id)
        for email, role in ONE_CLICK.items()
        if email in found
    ]
