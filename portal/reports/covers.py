"""What stands at the head of every report: about whom, from which data, made by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessments.bands import Band
from assessments.ratings import Assessment, Relation
from assessments.text import Text
from portal.access.standing import Seen
from portal.persistence.assessments import AssessmentRecord
from portal.persistence.people import Person


@dataclass(frozen=True, slots=True)
class Rater:
    """One side that has handed in. ``name`` is empty where an import did not say."""

    relation: Relation
    name: str
    handed_in_on: date | None


@dataclass(frozen=True, slots=True)
class Cover:
    """What every report says about itself. ``settled_on`` is None while the round is open."""

    name: str
    team: str
    type: Text
    type_definition: Text
    band: Band
    overlays: tuple[Text, ...]
    map_version: int
    started_on: date
    settled_on: date | None
    is_imported: bool
    raters: tuple[Rater, ...]
    data_date: date
    made_by: str


def cover_of(
    person: Person, seen: Seen, names: Mapping[UUID, str], *, today: date, made_by: str
) -> Cover:
    """``names`` has the raters of the round by id; ``made_by`` asked for the report."""
    record, profile = seen.record, seen.result.profile
    overlays = record.published.publication.overlays
    return Cover(
        name=person.name,
        team=person.team.name if person.team else "",
        type=profile.type.name,
        type_definition=profile.type.definition,
        band=profile.band,
        overlays=tuple(overlays[each].name for each in profile.overlays),
        map_version=profile.map.version,
        started_on=record.started_on,
        settled_on=record.finalised_at.date() if record.finalised_at else None,
        is_imported=record.is_imported,
        raters=tuple(_raters(seen, names)),
        data_date=today,
        made_by=made_by,
    )


def _raters(seen: Seen, names: Mapping[UUID, str]) -> Iterator[Rater]:
    """Only sides that this reader may see and that have handed in."""
    record = seen.record
    if _is_in(record.round.by_self) and record.self_record:
        yield _rater(record.self_record, names)
    if _is_in(record.round.by_manager) and record.manager_record:
        yield _rater(record.manager_record, names)


def _is_in(assessment: Assessment | None) -> bool:
    return assessment is not None and assessment.is_submitted


def _rater(record: AssessmentRecord, names: Mapping[UUID, str]) -> Rater:
    name = names.get(record.rater_id, "") if record.rater_id else ""
    return Rater(record.relation, name, record.submitted_at.date() if record.submitted_at else None)
