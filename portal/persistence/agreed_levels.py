"""Agreed levels: what self and manager settled on, with the reason."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from assessments.ratings import Answer
from assessments.rounds import AgreedLevel
from portal.persistence.answers import NO_TEXT, Key, answer_of, columns_of, of_owners, rows_for
from portal.persistence.database import Base, UtcDateTime, session

_SHARED = 4096


class AgreedLevelRow(Base):
    """A row without an answer is a skill left open: with the reason noted so far, or taken back
    and kept to count its versions.
    """

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
    """Somebody else wrote this agreed level since it was read.

    ``theirs`` and ``reason`` stand now; ``theirs`` is None where the skill is open.
    """

    def __init__(self, theirs: AgreedLevel | None, reason: str, version: int) -> None:
        self.theirs, self.reason, self.version = theirs, reason, version
        super().__init__(theirs.skill_id if theirs else None)


def in_rounds(
    round_ids: Sequence[UUID], *, reasons: bool = True
) -> Mapping[UUID, dict[str, tuple[AgreedLevel | None, int]]]:
    """Agreed levels of several rounds with their versions, by round and skill.

    None stands for a skill left open. Reasons are "" where they are not wanted.
    """
    kept = AgreedLevelRow.__table__.c
    text, read = (kept.reason, _read) if reasons else (NO_TEXT, _plain)
    return of_owners(kept.round_id, text, round_ids, read)


def open_reasons(round_id: UUID) -> Mapping[str, str]:
    """Reasons noted for skills that have no agreed level yet, by skill id."""
    kept = AgreedLevelRow
    query = select(kept.skill_id, kept.reason).where(
        kept.round_id == round_id,
        kept.level.is_(None),
        kept.exemption.is_(None),
        kept.reason != "",
    )
    return {row.skill_id: row.reason for row in session().execute(query)}


def put(
    round_id: UUID, agreed: AgreedLevel, *, read_version: int, by: UUID | None, at: datetime
) -> int:
    """Write an agreed level over the version that was read (0 for none); the new version.

    Raises AgreedLevelChanged when another version stands there, unless it says the same.
    """
    wanted = _Content(agreed.answer, agreed.reason)
    return _replace((round_id, agreed.skill_id), wanted, read_version, by, at)


def leave_open(
    round_id: UUID,
    skill_id: str,
    reason: str,
    *,
    read_version: int,
    by: UUID | None,
    at: datetime,
) -> int:
    """Leave a skill without an agreed level, or take that back, and keep the reason noted so far;
    the new version.

    Raises AgreedLevelChanged when another version stands there, unless it says the same.
    """
    return _replace((round_id, skill_id), _Content(None, reason), read_version, by, at)


def put_all(round_id: UUID, agreed: Iterable[AgreedLevel], by: UUID | None, at: datetime) -> None:
    """Write those agreed levels that do not stand there as they are."""
    for each in agreed:
        row = session().get(AgreedLevelRow, (round_id, each.skill_id))
        wanted = _Content(each.answer, each.reason)
        if row is None or _content(row) != wanted:
            _write(row, (round_id, each.skill_id), wanted, by, at)


def put_many(wanted: Mapping[Key, tuple[AgreedLevel, datetime]]) -> None:
    """Write agreed levels, each with its moment, by round and skill, over whatever is there.

    Who agreed is not known of levels that were brought along.
    """
    for key, row in rows_for(AgreedLevelRow, AgreedLevelRow.round_id, wanted).items():
        agreed, at = wanted[key]
        _fill(row, _Content(agreed.answer, agreed.reason), at)
    session().flush()


class _Content(NamedTuple):
    """What stands in a row: without an answer the skill is open."""

    answer: Answer | None
    reason: str


def _replace(key: Key, wanted: _Content, read_version: int, by: UUID | None, at: datetime) -> int:
    row = session().get(AgreedLevelRow, key)
    theirs = _content(row) if row else _Content(None, "")
    version = row.version if row else 0
    if theirs == wanted:
        return version
    if version != read_version:
        raise AgreedLevelChanged(_agreed(row) if row else None, theirs.reason, version)
    _write(row, key, wanted, by, at)
    return version + 1


def _fill(row: AgreedLevelRow, content: _Content, at: datetime) -> None:
    row.level, row.exemption = columns_of(content.answer)
    row.reason, row.agreed_at, row.version = content.reason, at, row.version + 1


def _write(
    row: AgreedLevelRow | None, key: Key, content: _Content, by: UUID | None, at: datetime
) -> None:
    if row is None:
        round_id, skill_id = key
        row = AgreedLevelRow(round_id=round_id, skill_id=skill_id, version=0)
        session().add(row)
    _fill(row, content, at)
    row.agreed_by = by
    session().flush()


def _read(
    skill_id: str, level: int | None, exemption: str | None, reason: str, version: int
) -> tuple[AgreedLevel | None, int]:
    answer = answer_of(level, exemption)
    return (AgreedLevel(skill_id, answer, reason) if answer is not None else None), version


_plain = lru_cache(maxsize=_SHARED)(_read)
"""For levels read without their reasons: few differ, so thousands share one value."""


def _content(row: AgreedLevelRow) -> _Content:
    return _Content(answer_of(row.level, row.exemption), row.reason)


def _agreed(row: AgreedLevelRow) -> AgreedLevel | None:
    return _read(row.skill_id, row.level, row.exemption, row.reason, row.version)[0]
