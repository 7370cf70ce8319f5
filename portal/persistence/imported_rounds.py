"""Rounds that were not made in the portal but brought along, written many at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import select

from assessments.bands import Band
from assessments.ratings import AssessmentState, Rating, Relation
from assessments.rounds import AgreedLevel, RoundState
from portal.persistence import agreed_levels, ratings
from portal.persistence.assessments import AssessmentRow
from portal.persistence.batches import batches
from portal.persistence.database import session
from portal.persistence.ids import new_id
from portal.persistence.maps import PublishedMap
from portal.persistence.round_records import RoundRow

NOON = time(12, tzinfo=UTC)
"""A file gives days; noon in UTC is the same day from Hawaii to Japan."""


@dataclass(frozen=True)
class ImportedRound:
    """What is to be written about one person on one day.

    ``round_id`` is None for a round that is not there yet. Ratings and agreed levels that are
    not listed stay as they are.
    """

    round_id: UUID | None
    subject_id: UUID
    on: date
    published: PublishedMap
    band: Band
    overlays: tuple[str, ...]
    ratings: Mapping[Relation, Sequence[Rating]]
    agreed: Sequence[AgreedLevel]

    @property
    def at(self) -> datetime:
        return datetime.combine(self.on, NOON)


def keep(rounds: Sequence[ImportedRound]) -> None:
    """Write finalised rounds with their assessments, ratings and agreed levels."""
    by_id = {each.round_id or new_id(): each for each in rounds}
    session().add_all(
        _round_row(round_id, each) for round_id, each in by_id.items() if not each.round_id
    )
    session().flush()
    sides = _sides_of(by_id)
    ratings.put_all(
        {
            (sides[round_id, relation], rating.skill_id): (rating, each.at)
            for round_id, each in by_id.items()
            for relation, given in each.ratings.items()
            for rating in given
        }
    )
    agreed_levels.put_many(
        {
            (round_id, agreed.skill_id): (agreed, each.at)
            for round_id, each in by_id.items()
            for agreed in each.agreed
        }
    )


def _sides_of(rounds: Mapping[UUID, ImportedRound]) -> Mapping[tuple[UUID, Relation], UUID]:
    """The assessment of each side that rates, by round and side; missing ones are made."""
    there: dict[tuple[UUID, Relation], UUID] = {}
    for some in batches([round_id for round_id, each in rounds.items() if each.round_id]):
        query = select(AssessmentRow).where(AssessmentRow.round_id.in_(some))
        there |= {_side(row): row.id for row in session().scalars(query)}
    missing = [
        _assessment_row(round_id, relation, each)
        for round_id, each in rounds.items()
        for relation in each.ratings
        if (round_id, relation) not in there
    ]
    session().add_all(missing)
    session().flush()
    return there | {_side(row): row.id for row in missing}


def _side(row: AssessmentRow) -> tuple[UUID, Relation]:
    return row.round_id, Relation(row.relation)


def _round_row(round_id: UUID, each: ImportedRound) -> RoundRow:
    return RoundRow(
        id=round_id,
        subject_id=each.subject_id,
        map_id=each.published.id,
        band=each.band.value,
        overlays=list(each.overlays),
        started_on=each.on,
        state=RoundState.FINALISED.value,
        is_imported=True,
        finalised_at=each.at,
    )


def _assessment_row(round_id: UUID, relation: Relation, each: ImportedRound) -> AssessmentRow:
    """Who rated is known of a self-assessment only."""
    return AssessmentRow(
        id=new_id(),
        round_id=round_id,
        rater_id=each.subject_id if relation is Relation.SELF else None,
        relation=relation.value,
        state=AssessmentState.FINALISED.value,
        started_at=each.at,
        submitted_at=each.at,
        return_note="",
    )
