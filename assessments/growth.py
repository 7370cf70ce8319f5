"""Growth: what changed between two results of the same person."""

from dataclasses import dataclass
from fractions import Fraction

from assessments.levels import Level
from assessments.results import Result
from assessments.skill_results import SkillResult, Source


@dataclass(frozen=True, slots=True)
class Change:
    """One skill then and now. ``is_same_source`` says whether like is compared with like."""

    now: SkillResult
    level_before: Level
    level_now: Level
    source_before: Source

    @property
    def levels(self) -> int:
        return self.level_now - self.level_before

    @property
    def is_same_source(self) -> bool:
        return self.source_before is self.now.source


@dataclass(frozen=True, slots=True)
class Growth:
    """Changes since the last result.

    ``fit`` is the change of fit in shares (−1 to 1); None when either fit is hidden or the
    person was measured against other requirements then: another type, band, duty or version.
    """

    changes: tuple[Change, ...]
    fit: Fraction | None

    @property
    def up(self) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.levels > 0)

    @property
    def down(self) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.levels < 0)


def growth_of(now: Result, before: Result) -> Growth:
    """Skill by skill, where both results have a level, in table order."""
    changes = tuple(
        Change(each, then.level, each.level, then.source)
        for each in now.skills
        if each.level is not None
        and (then := before.of(each.skill.id)) is not None
        and then.level is not None
        and then.source is not None
    )
    return Growth(changes, _fit_change(now, before))


def _fit_change(now: Result, before: Result) -> Fraction | None:
    same_measure = now.profile.requirements == before.profile.requirements
    if now.fit is None or before.fit is None or not same_measure:
        return None
    return now.fit - before.fit
