"""Ratings: one answer for one skill in one assessment, with a version against lost updates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    SmallInteger,
    String,
    Text,
    Uuid,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from assessments.ratings import Rating
from portal.persistence.answers import NO_TEXT, Key, answer_of, columns_of, of_owners, rows_for
from portal.persistence.database import Base, UtcDateTime, session

_SHARED = 4096
_NOTHING = (None, None, "", 0)


class RatingRow(Base):
    __tablename__ = "ratings"
    __table_args__ = (
        CheckConstraint("level BETWEEN 0 AND 5", name="level_in_range"),
        CheckConstraint("level IS NULL OR exemption IS NULL", name="one_answer"),
        CheckConstraint(
            "exemption IN ('not_applicable', 'not_observed')", name="exemption_is_known"
        ),
    )

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessments.id"), primary_key=True)
    skill_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    level: Mapped[int | None] = mapped_column(SmallInteger)
    exemption: Mapped[str | None] = mapped_column(String(20))
    evidence: Mapped[str] = mapped_column(Text)
    rated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int]


@dataclass(frozen=True, slots=True)
class WrittenRating:
    """A rating and how often it has been written."""

    rating: Rating
    version: int


_KEPT = Base.metadata.tables[RatingRow.__tablename__]
_OF = bindparam("of", type_=Uuid)
_THIS = (_KEPT.c.assessment_id == _OF) & (_KEPT.c.skill_id == bindparam("skill"))
_STANDS = select(_KEPT.c.level, _KEPT.c.exemption, _KEPT.c.evidence, _KEPT.c.version).where(_THIS)
_CHANGE = update(_KEPT).where(_THIS)
_ADD = insert(_KEPT).values(assessment_id=_OF, skill_id=bindparam("skill"))
"""Built once: they go out with every answer that somebody gives."""


class RatingChanged(Exception):
    """Somebody else wrote this rating since it was read. ``theirs`` is what stands now."""

    def __init__(self, theirs: WrittenRating) -> None:
        self.theirs = theirs
        super().__init__(theirs.rating.skill_id)


def in_assessments(
    assessment_ids: Sequence[UUID], *, evidence: bool
) -> Mapping[UUID, dict[str, WrittenRating]]:
    """Ratings of several assessments, by assessment and skill; evidence "" where not wanted."""
    kept = RatingRow.__table__.c
    text, read = (kept.evidence, _read) if evidence else (NO_TEXT, _plain)
    return of_owners(kept.assessment_id, text, assessment_ids, read)


def put(assessment_id: UUID, rating: Rating, *, read_version: int, at: datetime) -> int:
    """Write a rating over the version that was read (0 for none); the new version.

    Raises RatingChanged when another version stands there. Writing what already stands there
    changes nothing, so that a request sent twice has one effect.
    """
    key = {"of": assessment_id, "skill": rating.skill_id}
    row = session().execute(_STANDS, key).one_or_none()
    stands = _read(rating.skill_id, *(row or _NOTHING))
    if row and stands.rating == rating:
        return stands.version
    if stands.version != read_version:
        raise RatingChanged(stands)
    level, exemption = columns_of(rating.answer)
    written = {"level": level, "exemption": exemption, "evidence": rating.evidence}
    changed = {**written, "rated_at": at, "version": read_version + 1}
    session().execute(_CHANGE if row else _ADD, {**key, **changed})
    return read_version + 1


def put_all(wanted: Mapping[Key, tuple[Rating, datetime]]) -> None:
    """Write ratings, each with its moment, by assessment and skill, over whatever is there."""
    for key, row in rows_for(RatingRow, RatingRow.assessment_id, wanted).items():
        _fill(row, *wanted[key])
    session().flush()


def _fill(row: RatingRow, rating: Rating, at: datetime) -> None:
    row.level, row.exemption = columns_of(rating.answer)
    row.evidence, row.rated_at, row.version = rating.evidence, at, row.version + 1


def _read(
    skill_id: str, level: int | None, exemption: str | None, evidence: str, version: int
) -> WrittenRating:
    return WrittenRating(Rating(skill_id, answer_of(level, exemption), evidence), version)


_plain = lru_cache(maxsize=_SHARED)(_read)
"""For ratings read without their texts: few differ, so thousands share one value."""
