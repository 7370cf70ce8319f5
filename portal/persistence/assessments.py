"""Assessments: one rater's ratings in one round."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from assessments.profiles import Profile
from assessments.ratings import Assessment, AssessmentState, Relation
from portal.persistence import ratings
from portal.persistence.database import Base, UtcDateTime, session
from portal.persistence.ids import new_id

HANDED_IN = (AssessmentState.SUBMITTED.value, AssessmentState.FINALISED.value)


class AssessmentRow(Base):
    __tablename__ = "assessments"
    __table_args__ = (UniqueConstraint("round_id", "relation", "rater_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    round_id: Mapped[UUID] = mapped_column(ForeignKey("rounds.id"))
    rater_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    relation: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    return_note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it so)


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """An assessment with what is kept about it.

    ``rater_id`` is None for imported ratings whose author the file did not name;
    ``rating_versions`` says how often each rating has been written, by skill id.
    """

    id: UUID
    round_id: UUID
    rater_id: UUID | None
    relation: Relation
    started_at: datetime
    submitted_at: datetime | None
    return_note: str
    assessment: Assessment
    rating_versions: Mapping[str, int]


def in_rounds(
    profiles: Mapping[UUID, Profile], *, evidence: bool = True
) -> Mapping[UUID, list[AssessmentRecord]]:
    """Assessments of several rounds, by round id, in the order they were started."""
    query = select(AssessmentRow).where(AssessmentRow.round_id.in_(profiles))
    rows = session().scalars(
        query.order_by(AssessmentRow.started_at, AssessmentRow.id).execution_options(
            populate_existing=True
        )
    )
    by_id = {row.id: row for row in rows}
    written = ratings.in_assessments(list(by_id), evidence=evidence)
    records: defaultdict[UUID, list[AssessmentRecord]] = defaultdict(list)
    for row in by_id.values():
        records[row.round_id].append(_record(row, profiles[row.round_id], written.get(row.id, {})))
    return records


def start(round_id: UUID, rater_id: UUID | None, relation: Relation, at: datetime) -> UUID:
    """Open a draft. The database refuses a second one of the same rater in the same round."""
    row = AssessmentRow(
        id=new_id(),
        round_id=round_id,
        rater_id=rater_id,
        relation=relation.value,
        state=AssessmentState.DRAFT.value,
        started_at=at,
    )
    session().add(row)
    session().flush()
    return row.id


def change_state(
    assessment_id: UUID, state: AssessmentState, *, at: datetime | None, note: str = ""
) -> None:
    """Write a new state; ``at`` is the moment of handing in, None while it is open."""
    row = session().get_one(AssessmentRow, assessment_id)
    row.state, row.submitted_at, row.return_note = state.value, at, note
    session().flush()


def remove(assessment_id: UUID) -> None:
    """Take an assessment away. The database refuses while it holds a rating."""
    session().execute(delete(AssessmentRow).where(AssessmentRow.id == assessment_id))


def finalise_in(round_id: UUID) -> None:
    """Close every assessment of the round that was handed in."""
    session().execute(
        update(AssessmentRow)
        .where(AssessmentRow.round_id == round_id, AssessmentRow.state.in_(HANDED_IN))
        .values(
            state=AssessmentState.FINALISED.value,
            version=AssessmentRow.version + 1,
        )
    )


def _record(
    row: AssessmentRow, profile: Profile, written: Mapping[str, ratings.WrittenRating]
) -> AssessmentRecord:
    relation = Relation(row.relation)
    return AssessmentRecord(
        id=row.id,
        round_id=row.round_id,
        rater_id=row.rater_id,
        relation=relation,
        started_at=row.started_at,
        submitted_at=row.submitted_at,
        return_note=row.return_note,
        assessment=Assessment(
            relation,
            AssessmentState(row.state),
            profile,
            {skill_id: each.rating for skill_id, each in written.items()},
        ),
        rating_versions={skill_id: each.version for skill_id, each in written.items()},
    )
