"""Agreed levels: what self and manager settled on, with the reason."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from assessments.rounds import AgreedLevel
from portal.persistence.answers import NO_TEXT, Key, answer_of, columns_of, of_owners, rows_for
from portal.persistence.database import Base, UtcDateTime, session

_SHARED = 4096


class AgreedLevelRow(Base):
    """A level that was taken back stays as a row without an answer, to count its versions."""

    __tablename__ = "agreed_levels"
    __table_args__ = (
        CheckConstraint("level BETWEEN 0 AND 5", name="level_in_range"),
        CheckConstraint("level IS NULL OR exemption IS NULL", name="one_answer"),
        CheckConstraint("exemption = 'not_applicable'", name="exemption_is_known"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    skill_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    level: Mapped[int | None] = mapped_column(SmallInteger)
    exemption: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    agreed_by: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    agreed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int]


class AgreedLevelChanged(Exception):
    """Somebody else wrote this agreed level since it was read. ``theirs`` stands now."""

    def __init__(self, theirs: AgreedLevel | None, version: int) -> None:
        self.theirs, self.version = theirs, version
        super().__init__(theirs.skill_id if theirs else None)


def in_rounds(
    round_ids: Sequence[UUID], *, reasons: bool = True
) -> Mapping[UUID, dict[str, tuple[AgreedLevel | None, int]]]:
    """Agreed levels of several rounds with their versions, by round and skill.

    None stands for one that was taken back. Reasons are "" where they are not wanted.
    """
    kept = AgreedLevelRow.__table__.c
    text, read = (kept.reason, _read) if reasons else (NO_TEXT, _plain)
    return of_owners(kept.round_id, text, round_ids, read)


def put(
    round_id: UUID, agreed: AgreedLevel, *, read_version: int, by: UUID | None, at: datetime
) -> int:
    """Write an agreed level over the version that was read (0 for none); the new version.

    Raises AgreedLevelChanged when another version stands there, unless it says the same.
    """
    row = session().get(AgreedLevelRow, (round_id, agreed.skill_id))
    theirs = _agreed(row) if row else None
    version = row.version if row else 0
    if theirs == agreed:
        return version
    if version != read_version:
        raise AgreedLevelChanged(theirs, version)
    _write(row, round_id, agreed, by, at)
    return version + 1


def remove(round_id: UUID, skill_id: str, *, read_version: int) -> int:
    """Take an agreed level back, so that the skill is open again; the new version.

    Raises AgreedLevelChanged when another version stands there than was read.
    """
    row = session().get(AgreedLevelRow, (round_id, skill_id))
    theirs = _agreed(row) if row else None
    if row is None or theirs is None:
        return row.version if row else 0
    if row.version != read_version:
        raise AgreedLevelChanged(theirs, row.version)
    row.level, row.exemption, row.reason = None, None, ""
    row.version += 1
    session().flush()
    return row.version


def put_all(round_id: UUID, agreed: Iterable[AgreedLevel], by: UUID | None, at: datetime) -> None:
    """Write those agreed levels that do not stand there as they are."""
    for each in agreed:
        row = session().get(AgreedLevelRow, (round_id, each.skill_id))
        if row is None or _agreed(row) != each:
            _write(row, round_id, each, by, at)


def put_many(wanted: Mapping[Key, tuple[AgreedLevel, datetime]]) -> None:
    """Write agreed levels, each with its moment, by round and skill, over whatever is there.

    Who agreed is not known of levels that were brought along.
    """
    for key, row in rows_for(AgreedLevelRow, AgreedLevelRow.round_id, wanted).items():
        _fill(row, *wanted[key])
    session().flush()


def _fill(row: AgreedLevelRow, agreed: AgreedLevel, at: datetime) -> None:
    row.level, row.exemption = columns_of(agreed.answer)
    row.reason, row.agreed_at, row.version = agreed.reason, at, row.version + 1


def _write(
    row: AgreedLevelRow | None, round_id: UUID, agreed: AgreedLevel, by: UUID | None, at: datetime
) -> None:
    if row is None:
        row = AgreedLevelRow(round_id=round_id, skill_id=agreed.skill_id, version=0)
        session().add(row)
    _fill(row, agreed, at)
    row.agreed_by = by
    session().flush()


def _read(
    skill_id: str, level: int | None, exemption: str | None, reason: str, version: int
) -> tuple[AgreedLevel | None, int]:
    answer = answer_of(level, exemption)
    return (AgreedLevel(skill_id, answer, reason) if answer is not None else None), version


_plain = lru_cache(maxsize=_SHARED)(_read)
"""For levels read without their reasons: few differ, so thousands share one value."""


def _agreed(row: AgreedLevelRow) -> AgreedLevel | None:
    return _read(row.skill_id, row.level, row.exemption, row.reason, row.version)[0]
