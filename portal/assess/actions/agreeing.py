"""What the buttons of the alignment talk do; one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from assessments import settling
from assessments.rounds import AgreedLevel
from portal.access.people import MemberRound
from portal.persistence import agreed_levels, audit, database, rounds
from portal.persistence.agreed_levels import AgreedLevelChanged


@dataclass(frozen=True, slots=True)
class TypedLevel:
    """An agreed level as typed, and the version the page was made from (0 for none).

    ``agreed`` is None where the skill is left open or an agreed level is taken back; ``reason``
    may have been noted by then.
    """

    skill_id: str
    agreed: AgreedLevel | None
    reason: str
    read_version: int


@dataclass(frozen=True, slots=True)
class Kept:
    """New versions, and what stood in the way of the rest, by skill id."""

    versions: dict[str, int]
    conflicts: dict[str, AgreedLevelChanged]


def keep_levels(one: MemberRound, typed: Sequence[TypedLevel], *, by: UUID, now: datetime) -> Kept:
    """Keep several agreed levels; those somebody else wrote meanwhile are left as they are.

    Raises what ``settling.agree`` and ``settling.reopen`` raise; then nothing is kept.
    """
    kept = Kept({}, {})
    for each in typed:
        try:
            kept.versions[each.skill_id] = _keep(one, each, by, now)
        except AgreedLevelChanged as changed:
            kept.conflicts[each.skill_id] = changed
    before = one.record.reason_versions
    skills = [each for each in kept.versions if before.get(each, 0) != kept.versions[each]]
    if skills:
        _record("levels_agreed", one, by, now, skills=skills)
    database.commit()
    return kept


def is_agreed(one: MemberRound, agreed: AgreedLevel) -> bool:
    """Just this stands already, so that saying it again asks for nothing."""
    return one.record.round.agreed.get(agreed.skill_id) == agreed


def finalise(one: MemberRound, *, by: UUID, now: datetime) -> None:
    """Settle the round as it is kept by now; once is enough.

    Raises what ``settling.finalise`` raises.
    """
    record = rounds.find(one.record.id)
    if record is None:
        raise LookupError(one.record.id)
    if record.round.is_finalised:
        return
    rounds.finalise(record.id, settling.finalise(record.round), by, now)
    _record("round_finalised", one, by, now)
    database.commit()


def _keep(one: MemberRound, typed: TypedLevel, by: UUID, now: datetime) -> int:
    record = one.record
    if typed.agreed is None:
        settling.reopen(record.round, typed.skill_id)
        return agreed_levels.leave_open(
            record.id,
            typed.skill_id,
            typed.reason,
            read_version=typed.read_version,
            by=by,
            at=now,
        )
    if is_agreed(one, typed.agreed):
        return record.reason_versions[typed.skill_id]
    settling.agree(record.round, typed.agreed)
    return agreed_levels.put(
        record.id, typed.agreed, read_version=typed.read_version, by=by, at=now
    )


def _record(action: str, one: MemberRound, by: UUID, at: datetime, **details: Any) -> None:
    audit.record(
        action,
        actor_id=by,
        at=at,
        subject_id=one.member.id,
        object_id=one.record.id,
        **details,
    )
