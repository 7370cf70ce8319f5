"""What the buttons of an assessment do; one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from assessments import settling
from assessments.ratings import AssessmentState, Rating, Relation, rate, submit
from assessments.refusals import Refusal
from assessments.text import Text
from portal.access.people import MemberAssessment, MemberRound
from portal.persistence import assessments, audit, database, maps, people, ratings, rounds
from portal.persistence.assessments import AssessmentRecord
from portal.persistence.people import Person
from portal.persistence.ratings import RatingChanged, WrittenRating
from portal.persistence.round_records import RoundRecord


class NoSkillMap(Refusal):
    """Somebody is to be rated who has no type."""

    wording = Text(
        "CSMタイプが未設定のため、評価を始められません。管理者に設定を依頼してください。",
        "No CSM type is set, so there is nothing to rate yet. Ask an administrator to set one.",
    )


class AlreadyHandedIn(Refusal):
    """Another manager has rated this person in this round."""

    wording = Text(
        "この回の上長評価はすでに提出されています。",
        "A manager assessment has already been submitted in this round.",
    )


class NotEmpty(Refusal):
    """Somebody wants to discard an assessment that holds something already."""

    wording = Text(
        "すでに入力があるため、この評価は破棄できません。",
        "Something is written in this assessment already, so it cannot be discarded.",
    )


@dataclass(frozen=True, slots=True)
class TypedRating:
    """An answer and the version of it that the page was made from (0 for none)."""

    rating: Rating
    read_version: int


@dataclass(frozen=True, slots=True)
class Kept:
    """New versions, and what stood in the way of the rest, by skill id."""

    versions: dict[str, int]
    conflicts: dict[str, WrittenRating]


def start(subject: Person, rater: Person, relation: Relation, *, now: datetime, on: date) -> UUID:
    """The rater's assessment in the round under way; round and assessment begin if need be.

    Returns the id of the assessment. Raises NoSkillMap, AlreadyHandedIn.
    """
    people.hold(subject.id)
    record = rounds.open_of(subject.id, for_update=True) or _begin_round(subject, rater, now, on)
    mine = _written_by(record, rater, relation)
    if mine is None:
        mine = assessments.start(record.id, rater.id, relation, now)
        _record("assessment_started", rater.id, subject.id, mine, now)
    database.commit()
    return mine


def save_ratings(
    one: MemberAssessment, typed: Sequence[TypedRating], *, by: UUID, now: datetime
) -> Kept:
    """Keep several answers; those that somebody else wrote meanwhile are left as they are.

    Raises AlreadyHandedIn and what ``rate`` raises; then nothing is kept.
    """
    _check_counts(one)
    kept = Kept({}, {})
    for each in typed:
        rate(one.written.assessment, each.rating)
        try:
            kept.versions[each.rating.skill_id] = ratings.put(
                one.written.id, each.rating, read_version=each.read_version, at=now
            )
        except RatingChanged as changed:
            kept.conflicts[each.rating.skill_id] = changed.theirs
    before = one.written.rating_versions
    skills = [each for each in kept.versions if before.get(each, 0) != kept.versions[each]]
    if skills:
        _record("ratings_saved", by, one.member.id, one.written.id, now, skills=skills)
    database.commit()
    return kept


def hand_in(one: MemberAssessment, *, by: UUID, now: datetime) -> None:
    """Submit the assessment; once is enough.

    Raises AlreadyHandedIn, RatingsMissing, EvidenceMissing.
    """
    if one.written.assessment.is_submitted:
        return
    _check_counts(one)
    submitted = submit(one.written.assessment)
    assessments.change_state(one.written.id, submitted.state, at=now)
    _record("assessment_submitted", by, one.member.id, one.written.id, now)
    database.commit()


def take_back(one: MemberAssessment, *, by: UUID, now: datetime) -> None:
    """Make a submitted assessment a draft again. Raises AlreadyRevealed."""
    if one.written.assessment.is_open:
        return
    settling.take_back(one.record.round, one.written.relation)
    assessments.change_state(one.written.id, AssessmentState.DRAFT, at=None)
    _record("assessment_taken_back", by, one.member.id, one.written.id, now)
    database.commit()


def check_empty(one: MemberAssessment) -> None:
    """Raises NotEmpty for an assessment that may not be discarded."""
    if one.written.assessment.ratings:
        raise NotEmpty


def discard(one: MemberAssessment, *, by: UUID, now: datetime) -> None:
    """Take an assessment away in which nothing is written, and the round where it stood alone.

    What the other side has begun stays, and this side does not learn of it. Raises NotEmpty.
    """
    check_empty(one)
    assessments.remove(one.written.id)
    _record("assessment_discarded", by, one.member.id, one.written.id, now)
    if len(one.record.every_record) == 1:
        rounds.remove(one.record.id)
        _record("round_discarded", by, one.member.id, one.record.id, now)
    database.commit()


def hand_back(one: MemberRound, note: str, *, by: UUID, now: datetime) -> None:
    """Return the member's self-assessment with a note; the manager has not seen its levels.

    Once is enough. Raises AlreadyRevealed, NotHandedIn.
    """
    written = one.record.self_record
    if written and _is_returned(written, note):
        return
    settling.hand_back(one.record.round)
    if written is None:
        raise LookupError(one.record.id)
    assessments.change_state(written.id, AssessmentState.RETURNED, at=None, note=note)
    _record("assessment_returned", by, one.member.id, written.id, now)
    database.commit()


def _check_counts(one: MemberAssessment) -> None:
    """A draft that a change of managers left behind is over once the other one is in."""
    if one.is_left_behind:
        raise AlreadyHandedIn


def _is_returned(written: AssessmentRecord, note: str) -> bool:
    return written.assessment.state is AssessmentState.RETURNED and written.return_note == note


def _begin_round(subject: Person, rater: Person, now: datetime, on: date) -> RoundRecord:
    published = maps.current_of(subject.type_id) if subject.type_id else None
    if published is None:
        raise NoSkillMap
    round_id = rounds.start(subject.id, published, subject.band, subject.overlays, on)
    _record("round_started", rater.id, subject.id, round_id, now)
    record = rounds.find(round_id)
    if record is None:
        raise LookupError(round_id)
    return record


def _written_by(record: RoundRecord, rater: Person, relation: Relation) -> UUID | None:
    counted = record.side(relation)
    if counted and counted.rater_id != rater.id and counted.assessment.is_submitted:
        raise AlreadyHandedIn
    for each in record.every_record:
        if each.relation is relation and each.rater_id == rater.id:
            return each.id
    return None


def _record(
    action: str, by: UUID, subject_id: UUID, object_id: UUID, at: datetime, **details: Any
) -> None:
    audit.record(action, actor_id=by, at=at, subject_id=subject_id, object_id=object_id, **details)
