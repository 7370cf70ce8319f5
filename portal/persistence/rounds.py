"""Rounds found, started and finalised: one person's assessments on one published map."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, delete, func, select

from assessments.bands import Band
from assessments.rounds import Round, RoundState
from portal.persistence import agreed_levels, assessments
from portal.persistence.assessments import AssessmentRow
from portal.persistence.batches import batches
from portal.persistence.database import session
from portal.persistence.ids import new_id
from portal.persistence.maps import PublishedMap
from portal.persistence.round_records import RoundRecord, RoundRow, records_of


def find(round_id: UUID, *, for_update: bool = False) -> RoundRecord | None:
    """The round with everything in it; ``for_update`` locks it until the transaction ends."""
    query = select(RoundRow).where(RoundRow.id == round_id)
    return _one(query.with_for_update() if for_update else query)


def find_by_assessment(assessment_id: UUID, *, for_update: bool = False) -> RoundRecord | None:
    """The round that this assessment belongs to."""
    wanted = select(AssessmentRow.round_id).where(AssessmentRow.id == assessment_id)
    query = select(RoundRow).where(RoundRow.id == wanted.scalar_subquery())
    return _one(query.with_for_update() if for_update else query)


def open_of(subject_id: UUID, *, for_update: bool = False) -> RoundRecord | None:
    """The round that is under way, if there is one."""
    is_open = RoundRow.state == RoundState.OPEN.value
    query = select(RoundRow).where(RoundRow.subject_id == subject_id, is_open)
    return _one(query.with_for_update() if for_update else query)


def history_of(subject_id: UUID, *, limit: int = 20) -> Sequence[RoundRecord]:
    """The rounds of one person, newest first."""
    query = select(RoundRow).where(RoundRow.subject_id == subject_id)
    newest = query.order_by(RoundRow.started_on.desc(), RoundRow.id.desc()).limit(limit)
    return records_of(session().scalars(newest).all())


def open_among(subject_ids: Sequence[UUID]) -> Mapping[UUID, RoundRecord]:
    """Rounds under way of several people, by person."""
    is_open = RoundRow.state == RoundState.OPEN.value
    query = select(RoundRow).where(RoundRow.subject_id.in_(subject_ids), is_open)
    records = records_of(session().scalars(query.order_by(RoundRow.id)).all(), evidence=False)
    return {record.subject_id: record for record in records}


def on_days(subject_ids: Sequence[UUID], days: Sequence[date]) -> Sequence[RoundRecord]:
    """Rounds of several people that were started on one of these days."""
    records: list[RoundRecord] = []
    for some in batches(subject_ids):
        query = select(RoundRow).where(RoundRow.subject_id.in_(some), RoundRow.started_on.in_(days))
        records += records_of(session().scalars(query.order_by(RoundRow.id)).all())
    return records


def latest_revealed(subject_ids: Sequence[UUID]) -> Mapping[UUID, RoundRecord]:
    """The newest round of each person that both sides may see, without evidence texts."""
    rows = session().scalars(_latest_revealed(subject_ids)).all()
    return {record.subject_id: record for record in records_of(rows, evidence=False)}


def start(
    subject_id: UUID, published: PublishedMap, band: Band, overlays: Sequence[str], on: date
) -> UUID:
    """Open a round. The database refuses a second open round of the same person."""
    row = RoundRow(
        id=new_id(),
        subject_id=subject_id,
        map_id=published.id,
        band=band.value,
        overlays=list(overlays),
        started_on=on,
        state=RoundState.OPEN.value,
    )
    session().add(row)
    session().flush()
    return row.id


def remove(round_id: UUID) -> None:
    """Take a round away. The database refuses while an assessment belongs to it."""
    session().execute(delete(RoundRow).where(RoundRow.id == round_id))


def finalise(round_id: UUID, settled: Round, by: UUID | None, at: datetime) -> None:
    """Write the settled round: its state and every agreed level it holds."""
    row = session().get_one(RoundRow, round_id)
    row.state, row.finalised_at, row.finalised_by = settled.state.value, at, by
    agreed_levels.put_all(round_id, settled.agreed.values(), by, at)
    assessments.finalise_in(round_id)


def _one(query: Select[RoundRow]) -> RoundRecord | None:
    row = session().scalar(query.execution_options(populate_existing=True))
    return records_of([row])[0] if row else None


def _latest_revealed(subject_ids: Sequence[UUID]) -> Select[RoundRow]:
    both_in = (
        select(AssessmentRow.round_id)
        .where(AssessmentRow.state.in_(assessments.HANDED_IN))
        .group_by(AssessmentRow.round_id)
        .having(func.count(AssessmentRow.relation.distinct()) > 1)
    )
    is_revealed = (RoundRow.state == RoundState.FINALISED.value) | RoundRow.id.in_(both_in)
    newest_first = (RoundRow.started_on.desc(), RoundRow.id.desc())
    place = func.row_number().over(partition_by=RoundRow.subject_id, order_by=newest_first)
    ranked = (
        select(RoundRow.id, place.label("place"))
        .where(RoundRow.subject_id.in_(subject_ids), is_revealed)
        .subquery()
    )
    query = select(RoundRow).join(ranked, (ranked.c.id == RoundRow.id) & (ranked.c.place == 1))
    return query.order_by(RoundRow.id)
