"""Ratings: one answer for one skill in one assessment, with a version against lost updates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, Text, literal, select
from sqlalchemy.orm import Mapped, mapped_column

from assessments.levels import Level
from assessments.ratings import Answer, Exemption, Rating
from portal.persistence.batches import batches
from portal.persistence.database import Base, UtcDateTime, id_of, raw_id, session

_SHARED = 4096


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
    query = (
        select(
            raw_id(kept.assessment_id),
            kept.skill_id,
            kept.level,
            kept.exemption,
            kept.evidence if evidence else literal(""),
            kept.version,
        )
        .where(kept.assessment_id.in_(assessment_ids))
        .order_by(kept.assessment_id)
    )
    read = _read if evidence else _plain
    return {
        id_of(raw): {
            skill_id: read(skill_id, level, exemption, text, version)
            for _, skill_id, level, exemption, text, version in rows
        }
        for raw, rows in groupby(session().execute(query).all(), itemgetter(0))
    }


def put(assessment_id: UUID, rating: Rating, *, read_version: int, at: datetime) -> int:
    """Write a rating over the version that was read (0 for none); the new version.

    Raises RatingChanged when another version stands there. Writing what already stands there
    changes nothing, so that a request sent twice has one effect.
    """
    row = session().get(RatingRow, (assessment_id, rating.skill_id))
    stands = _written(row) if row else WrittenRating(Rating(rating.skill_id, None), 0)
    if row and stands.rating == rating:
        return row.version
    if stands.version != read_version:
        raise RatingChanged(stands)
    if row is None:
        row = RatingRow(assessment_id=assessment_id, skill_id=rating.skill_id, version=0)
        session().add(row)
    _fill(row, rating, at)
    session().flush()
    return row.version


def put_all(wanted: Mapping[tuple[UUID, str], tuple[Rating, datetime]]) -> None:
    """Write ratings, each with its moment, by assessment and skill, over whatever is there."""
    fresh = dict(wanted)
    for some in batches(list(dict.fromkeys(assessment_id for assessment_id, _ in wanted))):
        for row in session().scalars(select(RatingRow).where(RatingRow.assessment_id.in_(some))):
            if found := fresh.pop((row.assessment_id, row.skill_id), None):
                _fill(row, *found)
    rows = [RatingRow(assessment_id=key[0], skill_id=key[1], version=0) for key in fresh]
    for row, found in zip(rows, fresh.values(), strict=True):
        _fill(row, *found)
    session().add_all(rows)
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


def answer_of(level: int | None, exemption: str | None) -> Answer | None:
    if level is not None:
        return Level(level)
    return Exemption(exemption) if exemption else None


def columns_of(answer: Answer | None) -> tuple[int | None, str | None]:
    """Level and exemption as they are kept."""
    if isinstance(answer, Level):
        return int(answer), None
    return None, answer.value if answer else None


def _written(row: RatingRow) -> WrittenRating:
    rating = Rating(row.skill_id, answer_of(row.level, row.exemption), row.evidence)
    return WrittenRating(rating, row.version)
