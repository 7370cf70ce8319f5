"""Where each person of a team stands: the result both sides may see, and the round under way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessments.bands import Band
from assessments.csm_types import CsmType
from assessments.gaps import gap_size
from assessments.profiles import Profile
from assessments.results import Result, result_of
from portal.access.people import Member
from portal.library import library
from portal.persistence import rounds
from portal.persistence.people import Person
from portal.team.progress import Progress, progress_of


@dataclass(frozen=True, slots=True)
class Teammate:
    """One person. ``result`` and its day are None before both sides have handed in.

    ``is_direct``: whether the reader is this person's own manager, who rates them.
    """

    person: Person
    is_direct: bool
    result: Result | None
    rated_on: date | None
    progress: Progress

    @property
    def type(self) -> CsmType | None:
        """The type the levels were measured against; the person's own before there are any."""
        if self.result:
            return self.result.profile.type
        return library().types.get(self.person.type_id or "")

    @property
    def band(self) -> Band:
        return self.result.profile.band if self.result else self.person.band

    @property
    def is_waiting(self) -> bool:
        """Whether a round is open, or neither a round nor a result is there."""
        return self.progress.started_on is not None or self.result is None

    @property
    def total_gap(self) -> int | None:
        """Levels missing to the targets, over all skills; None without a result."""
        if self.result is None:
            return None
        return sum(
            gap_size(each.level, each.requirement.target)
            for each in self.result.rated
            if each.level is not None
        )


def profiles_of(team: Iterable[Teammate]) -> Iterable[Profile]:
    """What the results of these people were measured against, the same object only once."""
    profiles = (each.result.profile for each in team if each.result)
    return {id(profile): profile for profile in profiles}.values()


def teammates_of(members: Sequence[Member], reader_id: UUID) -> tuple[Teammate, ...]:
    """Teammates in the order of the members, with the same queries for three as for thirty.

    The reader manages them all, directly or over one more step.
    """
    ids = [member.id for member in members]
    revealed, under_way = rounds.latest_revealed(ids), rounds.open_among(ids)
    return tuple(
        Teammate(
            member.person,
            member.managers[0] == reader_id,
            result_of(revealed[member.id].round) if member.id in revealed else None,
            revealed[member.id].started_on if member.id in revealed else None,
            progress_of(under_way.get(member.id), reader_id),
        )
        for member in members
    )
