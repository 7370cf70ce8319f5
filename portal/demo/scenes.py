"""A scene: one round of one person, with everything that it is played with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from assessments.levels import Level
from assessments.profiles import Profile
from assessments.ratings import Relation
from assessments.text import Language
from portal.demo.calendar import Calendar
from portal.demo.organisation import Colleague, Organisation
from portal.demo.portraits import Part
from portal.demo.reasons import Reasons
from portal.persistence import rounds
from portal.persistence.maps import PublishedMap


@dataclass(frozen=True, slots=True)
class Stage:
    """What all rounds of the demo share; maps are found by the id of their type."""

    calendar: Calendar
    organisation: Organisation
    published: Mapping[str, PublishedMap]
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Scene:
    """One round that has begun; ``before`` is what was agreed in the last one, by skill."""

    stage: Stage
    subject: Colleague
    part: Part
    before: Mapping[str, Level]
    round_id: UUID
    profile: Profile

    @property
    def manager(self) -> Colleague:
        """Who managed the person at the time."""
        return self.stage.organisation[self.part.manager]

    def rater(self, relation: Relation) -> Colleague:
        return self.subject if relation is Relation.SELF else self.manager

    def moment(self, day: int, minute: int = 0) -> datetime:
        """A moment in office hours on a day of the round."""
        return self.stage.calendar.moment(self.part.number, day, minute)

    def dated(self, text: str, language: Language) -> str:
        """The text with its dates, as they were when it was written."""
        return self.stage.calendar.dated(text, self.part.number, language)


def begin(stage: Stage, subject: Colleague, part: Part, before: Mapping[str, Level]) -> Scene:
    """Open a round on the map of the type that the person had then."""
    published = stage.published[part.type_id]
    overlays = subject.person.overlays
    opened = stage.calendar.opened(part.number)
    round_id = rounds.start(subject.id, published, part.band, overlays, opened)
    profile = published.publication.profile(part.band, overlays)
    return Scene(stage, subject, part, before, round_id, profile)
