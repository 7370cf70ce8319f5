"""What the result page shows, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assessments.gaps import Gap
from assessments.growth import Growth, growth_of
from assessments.results import Result
from assessments.skill_results import SkillResult
from assessments.what_if import OtherType, what_if
from content.lessons import Lesson
from portal.access.standing import Seen, Standing
from portal.library import training
from portal.persistence import maps
from portal.persistence.round_records import RoundRecord
from portal.web import drawings

TOP = 3


@dataclass(frozen=True, slots=True)
class ResultPage:
    """A result with its growth, the other types, and the drawings of both."""

    seen: Seen
    growth: Growth | None
    before: Seen | None
    others: Sequence[OtherType]
    radar: Markup
    gaps: Markup
    fits: Markup | None

    @property
    def first_gaps(self) -> Sequence[Gap]:
        return self.result.gaps[:TOP]

    @property
    def lessons(self) -> Mapping[str, Sequence[Lesson]]:
        """Lessons for the first gaps, by skill id."""
        return {
            gap.requirement.skill.id: training().next_lessons(gap.requirement.skill.id, gap.level)
            for gap in self.first_gaps
        }

    @property
    def result(self) -> Result:
        return self.seen.result

    @property
    def record(self) -> RoundRecord:
        return self.seen.record


@dataclass(frozen=True, slots=True)
class PastLevel:
    """One skill in one round."""

    record: RoundRecord
    line: SkillResult


def page_of(standing: Standing) -> ResultPage:
    """The page of the round that counts."""
    seen, before = standing.current, standing.before
    published = [each.publication.map for each in maps.current()]
    others = [each for each in published if each.type != seen.result.profile.type]
    return ResultPage(
        seen=seen,
        growth=growth_of(seen.result, before.result) if before else None,
        before=before,
        others=what_if(seen.result, others),
        radar=drawings.radar_of(seen.result),
        gaps=drawings.gaps_of(seen.result),
        fits=drawings.fits_of(standing),
    )


def history_of(standing: Standing, skill_id: str) -> Sequence[PastLevel]:
    """One skill through all rounds that asked for it, newest first."""
    return [
        PastLevel(seen.record, line)
        for seen in standing.history
        if (line := seen.result.of(skill_id)) is not None
    ]
