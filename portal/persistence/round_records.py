"""Rounds as they are kept, and all that belongs to one, read with few queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from assessments.bands import Band
from assessments.profiles import Profile
from assessments.ratings import Relation
from assessments.rounds import AgreedLevel, Round, RoundState
from portal.persistence import agreed_levels, assessments, maps
from portal.persistence.assessments import AssessmentRecord
from portal.persistence.database import Base, UtcDateTime
from portal.persistence.ids import new_id
from portal.persistence.maps import PublishedMap


class RoundRow(Base):
    __tablename__ = "rounds"
    __table_args__ = (
        Index("ix_rounds_subject_id_started_on", "subject_id", "started_on"),
        Index(
            "uq_rounds_open",
            "subject_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    subject_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    map_id: Mapped[UUID] = mapped_column(ForeignKey("skill_maps.id"))
    band: Mapped[str] = mapped_column(String(20))
    overlays: Mapped[list[str]] = mapped_column(JSON)
    started_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(20))
    is_imported: Mapped[bool] = mapped_column(default=False)
    finalised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finalised_by: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round with what is kept about it. ``self_record`` and ``manager_record`` may be None."""

    id: UUID
    subject_id: UUID
    started_on: date
    is_imported: bool
    finalised_at: datetime | None
    published: PublishedMap
    round: Round
    self_record: AssessmentRecord | None
    manager_record: AssessmentRecord | None
    every_record: tuple[AssessmentRecord, ...]
    """All assessments, those that do not count included, in the order they were started."""
    reason_versions: Mapping[str, int]
    """How often each agreed level has been written, by skill id."""

    def side(self, relation: Relation) -> AssessmentRecord | None:
        """The assessment that counts for one side."""
        return self.self_record if relation is Relation.SELF else self.manager_record

    def written(self, assessment_id: UUID) -> AssessmentRecord:
        """One of the assessments of this round. Raises LookupError for any other."""
        for record in self.every_record:
            if record.id == assessment_id:
                return record
        raise LookupError(assessment_id)


def records_of(rows: Sequence[RoundRow], *, evidence: bool = True) -> list[RoundRecord]:
    """Records in the order of the rows, with four queries however many there are."""
    if not rows:
        return []
    published = maps.get_all([row.map_id for row in rows])
    profiles = {
        row.id: maps.profile(row.map_id, Band(row.band), tuple(row.overlays)) for row in rows
    }
    found = assessments.in_rounds(profiles, evidence=evidence)
    agreed = agreed_levels.in_rounds([row.id for row in rows], reasons=evidence)
    return [
        _record(
            row,
            published[row.map_id],
            profiles[row.id],
            found.get(row.id, []),
            agreed.get(row.id, {}),
        )
        for row in rows
    ]


def _record(
    row: RoundRow,
    published: PublishedMap,
    profile: Profile,
    records: Sequence[AssessmentRecord],
    agreed: Mapping[str, tuple[AgreedLevel | None, int]],
) -> RoundRecord:
    by_self = _counted(records, Relation.SELF)
    by_manager = _counted(records, Relation.MANAGER)
    return RoundRecord(
        id=row.id,
        subject_id=row.subject_id,
        started_on=row.started_on,
        is_imported=row.is_imported,
        finalised_at=row.finalised_at,
        published=published,
        round=Round(
            profile,
            RoundState(row.state),
            by_self.assessment if by_self else None,
            by_manager.assessment if by_manager else None,
            {skill_id: level for skill_id, (level, _) in agreed.items() if level},
        ),
        self_record=by_self,
        manager_record=by_manager,
        every_record=tuple(records),
        reason_versions={skill_id: version for skill_id, (_, version) in agreed.items()},
    )


def _counted(records: Sequence[AssessmentRecord], relation: Relation) -> AssessmentRecord | None:
    """The assessment that counts for one side: one handed in before any draft, then the newest.

    A manager who took over leaves the draft of the one before behind.
    """
    of_side = [each for each in records if each.relation is relation]
    of_side.sort(key=lambda each: (each.assessment.is_submitted, each.started_at))
    return of_side[-1] if of_side else None
