"""Where a person stands, as one side may see it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from assessments.ratings import Relation
from assessments.results import Result, result_of
from assessments.rounds import as_seen_by
from portal.access.people import Member, Viewer
from portal.persistence import rounds
from portal.persistence.round_records import RoundRecord


@dataclass(frozen=True, slots=True)
class Seen:
    """A round as far as one side may see it, and its result."""

    record: RoundRecord
    result: Result


@dataclass(frozen=True, slots=True)
class Standing:
    """The result that counts today, and every visible round, newest first."""

    current: Seen
    history: tuple[Seen, ...]

    @property
    def before(self) -> Seen | None:
        """The round before the one that counts."""
        older = self.history[self.history.index(self.current) + 1 :]
        return older[0] if older else None


def side_of(viewer: Viewer, member: Member) -> Relation | None:
    """From which side the viewer looks: self, manager, or neither (an administrator)."""
    if viewer.id == member.id:
        return Relation.SELF
    return Relation.MANAGER if viewer.id in member.managers else None


def standing_of(person_id: UUID, side: Relation | None) -> Standing | None:
    """What this side may see; None while there is nothing to see.

    The newest round that both may see counts; before there is one, the newest with something
    handed in by this side. Who looks from neither side sees only what both may see.
    """
    history = tuple(_visible(rounds.history_of(person_id), side))
    revealed = [each for each in history if each.record.round.is_revealed]
    counting = revealed or history
    return Standing(counting[0], history) if counting else None


def _visible(records: Sequence[RoundRecord], side: Relation | None) -> list[Seen]:
    seen = [_as_seen(record, side) for record in records]
    return [
        each
        for each in seen
        if each and any(line.answer is not None for line in each.result.skills)
    ]


def _as_seen(record: RoundRecord, side: Relation | None) -> Seen | None:
    if side is None and not record.round.is_revealed:
        return None
    visible = as_seen_by(record.round, side or Relation.MANAGER)
    return Seen(replace(record, round=visible), result_of(visible))
