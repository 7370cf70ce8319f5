"""What my home shows, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from assessments.gaps import Gap
from assessments.ratings import Relation
from content.lessons import Lesson
from portal.access.people import Viewer
from portal.access.standing import Seen, standing_of
from portal.access.waiting import Step, Waiting, members_of, own_rounds
from portal.library import training
from portal.persistence.roles import Role
from portal.persistence.round_records import RoundRecord
from portal.web import drawings

STEPS = 3


@dataclass(frozen=True, slots=True)
class NextStep:
    """A gap and the lessons that take its skill further."""

    gap: Gap
    lessons: Sequence[Lesson]


@dataclass(frozen=True, slots=True)
class Home:
    """What waits for the viewer, the result that counts, and the next steps out of it.

    ``fresh`` is the viewer's own round that was settled lately, while no new one has begun.
    """

    mine: Waiting | None
    fresh: RoundRecord | None
    members: Sequence[Waiting]
    seen: Seen | None
    steps: Sequence[NextStep]
    radar: Markup | None
    is_admin: bool

    @property
    def is_my_turn(self) -> bool:
        """Whether the viewer's own round waits for nobody but her."""
        return self.mine is not None and self.mine.step is not Step.WAIT and self.fresh is None


def home_of(viewer: Viewer, today: date) -> Home:
    """The home of this viewer; members only as far as something is to be done for them."""
    own = own_rounds(viewer)
    standing = standing_of(viewer.id, Relation.SELF) if own else None
    seen = standing.current if standing else None
    return Home(
        mine=own.under_way if own else None,
        fresh=own.fresh(viewer.now) if own else None,
        members=[each for each in members_of(viewer, today) if each.step is not Step.WAIT],
        seen=seen,
        steps=[_step(gap) for gap in seen.result.gaps[:STEPS]] if seen else (),
        radar=drawings.radar_of(seen.result) if seen else None,
        is_admin=Role.ADMIN in viewer.roles,
    )


def _step(gap: Gap) -> NextStep:
    return NextStep(gap, training().next_lessons(gap.requirement.skill.id, gap.level))
