"""Published skill maps: kept whole as documents, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from assessments.bands import Band
from assessments.loading.publications import from_document, to_document
from assessments.profiles import Profile
from assessments.publications import Publication
from portal.persistence.database import Base, UtcDateTime, session
from portal.persistence.ids import new_id

_CACHED = 256


class SkillMapRow(Base):
    __tablename__ = "skill_maps"
    __table_args__ = (UniqueConstraint("type_id", "version"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    type_id: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)


@dataclass(frozen=True, slots=True)
class PublishedMap:
    """A publication with its id and the moment it was published."""

    id: UUID
    published_at: datetime
    publication: Publication


def publish(publication: Publication, at: datetime) -> PublishedMap:
    """Keep a new version. The database refuses a version that exists."""
    row = SkillMapRow(
        id=new_id(),
        type_id=publication.type.id,
        version=publication.version,
        published_at=at,
        document=to_document(publication),
    )
    session().add(row)
    session().flush()
    return PublishedMap(row.id, row.published_at, publication)


def find(map_id: UUID) -> PublishedMap | None:
    """Read once per process: a published map never changes."""
    try:
        return _read(map_id)
    except LookupError:
        return None


def get_all(map_ids: Sequence[UUID]) -> Mapping[UUID, PublishedMap]:
    """Maps that rows point to. Raises LookupError when one of them is not there."""
    return {map_id: _read(map_id) for map_id in dict.fromkeys(map_ids)}


@lru_cache(maxsize=_CACHED)
def profile(map_id: UUID, band: Band, overlay_ids: tuple[str, ...]) -> Profile:
    """The map as it applies to a band and overlays; worked out once per process.

    Raises LookupError when the map is not there.
    """
    return _read(map_id).publication.profile(band, overlay_ids)


def current() -> Sequence[PublishedMap]:
    """The newest version of each type, in the order they were first published."""
    return [_read(map_id) for map_id in session().scalars(_newest())]


def current_of(type_id: str) -> PublishedMap | None:
    """The newest version of one type."""
    map_id = session().scalar(_newest().where(SkillMapRow.type_id == type_id))
    return _read(map_id) if map_id else None


def _newest() -> Any:
    version = SkillMapRow.version
    ends = (
        select(
            SkillMapRow.type_id,
            func.min(version).label("first"),
            func.max(version).label("newest"),
        )
        .group_by(SkillMapRow.type_id)
        .subquery()
    )
    first = aliased(SkillMapRow)
    is_newest = (SkillMapRow.type_id == ends.c.type_id) & (version == ends.c.newest)
    is_first = (first.type_id == ends.c.type_id) & (first.version == ends.c.first)
    query = select(SkillMapRow.id).join(ends, is_newest).join(first, is_first)
    return query.order_by(first.id)


@lru_cache(maxsize=_CACHED)
def _read(map_id: UUID) -> PublishedMap:
    row = session().get(SkillMapRow, map_id)
    if row is None:
        raise LookupError(map_id)
    return PublishedMap(row.id, row.published_at, from_document(row.document, row.version))
