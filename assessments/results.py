"""Results: what a round says about a person, computed anew each time it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from assessments.agreement import Spread
from assessments.gaps import Gap, gaps_of
from assessments.levels import Level
from assessments.profiles import Profile
from assessments.ratings import Answer, Assessment, Rating
from assessments.rounds import Round
from assessments.scoring import COVERAGE_FOR_FIT, FitBand, Rated, coverage_of, fit_band, fit_of
from assessments.skill_results import SkillResult
from assessments.skills import Category


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """Fit inside one category, 0 to 1; None while nothing in it is rated."""

    category: Category
    fit: Fraction | None
    coverage: Fraction


@dataclass(frozen=True)
class Result:
    """What a round says: one line per skill of the profile, in table order, and the sums."""

    profile: Profile
    skills: tuple[SkillResult, ...]

    @cached_property
    def rated(self) -> tuple[Rated, ...]:
        return tuple(Rated(each.requirement, each.level) for each in self.skills)

    @cached_property
    def coverage(self) -> Fraction:
        return coverage_of(self.rated)

    @cached_property
    def fit(self) -> Fraction | None:
        """Fit from 0 to 1; None while less than 80 % of the weights are rated."""
        return fit_of(self.rated) if self.coverage >= COVERAGE_FOR_FIT else None

    @property
    def fit_band(self) -> FitBand | None:
        return None if self.fit is None else fit_band(self.fit)

    @cached_property
    def categories(self) -> tuple[CategoryScore, ...]:
        return tuple(
            CategoryScore(category, fit_of(inside), coverage_of(inside))
            for category in self.profile.map.categories
            for inside in [self._inside(category)]
        )

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Gaps, most urgent first."""
        return gaps_of(self.rated)

    @cached_property
    def strengths(self) -> tuple[SkillResult, ...]:
        """Skills at or above target and at level 3 or more, highest level and weight first."""
        strong = (each for each in self.skills if each.is_strength)
        return tuple(sorted(strong, key=lambda each: (-_level(each), -each.requirement.weight)))

    @property
    def pairs(self) -> tuple[tuple[Level, Level], ...]:
        """Self and manager level of every skill that both gave one, in table order."""
        return tuple(
            (each.self_answer, each.manager_answer)
            for each in self.skills
            if isinstance(each.self_answer, Level) and isinstance(each.manager_answer, Level)
        )

    def of(self, skill_id: str) -> SkillResult | None:
        return self._by_skill.get(skill_id)

    def with_spread(self, *spreads: Spread) -> tuple[SkillResult, ...]:
        return tuple(each for each in self.skills if each.spread in spreads)

    @cached_property
    def _by_skill(self) -> dict[str, SkillResult]:
        return {each.requirement.skill.id: each for each in self.skills}

    def _inside(self, category: Category) -> tuple[Rated, ...]:
        return tuple(each for each in self.rated if each.requirement.skill.category == category)


def result_of(seen: Round) -> Result:
    """The result of a round as it was handed in: drafts are no ratings yet."""
    by_self, by_manager = _handed_in(seen.by_self), _handed_in(seen.by_manager)
    return Result(
        seen.profile,
        tuple(
            SkillResult(
                requirement,
                by_self.get(requirement.skill.id),
                by_manager.get(requirement.skill.id),
                seen.agreed.get(requirement.skill.id),
            )
            for requirement in seen.profile.requirements
        ),
    )


def category_fits(result: Result, answers: Iterable[Answer | None]) -> tuple[Fraction | None, ...]:
    """Category fits of one side's answers, given in the order of the result's skills."""
    rated = [
        Rated(each.requirement, answer if isinstance(answer, Level) else None)
        for each, answer in zip(result.skills, answers, strict=True)
    ]
    return tuple(
        fit_of(each for each in rated if each.requirement.skill.category == category)
        for category in result.profile.map.categories
    )


def _handed_in(assessment: Assessment | None) -> dict[str, Rating]:
    return dict(assessment.ratings) if assessment and assessment.is_submitted else {}


def _level(result: SkillResult) -> Level:
    return result.level or Level.NOT_STARTED
