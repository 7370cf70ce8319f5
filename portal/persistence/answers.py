"""Answers as they are kept: ratings and agreed levels have the same columns for them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, literal, select

from assessments.levels import Level
from assessments.ratings import Answer, Exemption
from portal.persistence.batches import batches
from portal.persistence.database import Base, session
from portal.persistence.groups import by_owner, raw_id

_Row = TypeVar("_Row", bound=Base)
_Read = TypeVar("_Read")
Key = tuple[UUID, str]
"""The owner of an answer, an assessment or a round, and the skill that it is about."""


def answer_of(level: int | None, exemption: str | None) -> Answer | None:
    if level is not None:
        return Level(level)
    return Exemption(exemption) if exemption else None


def columns_of(answer: Answer | None) -> tuple[int | None, str | None]:
    """Level and exemption as they are kept."""
    if isinstance(answer, Level):
        return int(answer), None
    return None, answer.value if answer else None


def of_owners(
    owner: Any,
    text: ColumnElement[str],
    owner_ids: Sequence[UUID],
    read: Callable[[str, int | None, str | None, str, int], _Read],
) -> Mapping[UUID, dict[str, _Read]]:
    """What ``read`` makes of skill, level, exemption, text and version, by owner and skill.

    ``owner`` is the column of the owner's id; ``text`` a column beside it, or ``NO_TEXT``.
    """
    kept = owner.table.c
    columns = (raw_id(owner), kept.skill_id, kept.level, kept.exemption, text, kept.version)
    query = select(*columns).where(owner.in_(owner_ids)).order_by(owner)
    return {
        found: {
            skill_id: read(skill_id, level, exemption, words, version)
            for _, skill_id, level, exemption, words, version in rows
        }
        for found, rows in by_owner(query)
    }


NO_TEXT: ColumnElement[str] = literal("")
"""Where the texts are not wanted."""


def rows_for(kind: type[_Row], owner: Any, keys: Collection[Key]) -> Mapping[Key, _Row]:
    """The row of every key; one that is not there yet is added, with version 0."""
    found: dict[Key, _Row] = {}
    for some in batches(list(dict.fromkeys(owner_id for owner_id, _ in keys))):
        rows: Any = session().scalars(select(kind).where(owner.in_(some)))
        found.update({(getattr(row, owner.key), row.skill_id): row for row in rows})
    missing = [key for key in keys if key not in found]
    fresh = [kind(**{owner.key: key[0]}, skill_id=key[1], version=0) for key in missing]
    session().add_all(fresh)
    found.update(zip(missing, fresh, strict=True))
    return {key: found[key] for key in keys}
