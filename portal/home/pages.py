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
from portal.web import drawings

STEPS = 3


@dataclass(frozen=True, slots=True)
class NextStep:
    """A gap and the lessons that take its skill further."""

    gap: Gap
    lessons: Sequence[Lesson]


@dataclass(frozen=True, slots=True)
class Home:
    """What waits for the viewer, the result that counts, and the next steps out of it."""

    mine: Waiting | None
    members: Sequence[Waiting]
    seen: Seen | None
    steps: Sequence[NextStep]
    radar: Markup | None
    is_admin: bool


def home_of(viewer: Viewer, today: date) -> Home:
    """The home of this viewer; members only as far as something is to be done for them."""
    own = own_rounds(viewer)
    standing = standing_of(viewer.id, Relation.SELF) if own else None
    seen = standing.current if standing else None
    return Home(
        mine=own.under_way if own else None,
        members=[each for each in members_of(viewer, today) if each.step is not Step.WAIT],
        seen=seen,
        steps=[_step(gap) for gap in seen.result.gaps[:STEPS]] if seen else (),
        radar=drawings.radar_of(seen.result) if seen else None,
        is_admin=Role.ADMIN in viewer.roles,
    )


def _step(gap: Gap) -> NextStep:
    return NextStep(gap, training().next_lessons(gap.requirement.skill.id, gap.level))
