"""Plain builders: the shipped library and small values in the words of the tests.

Answers are written as numbers 0 to 5 or as exemptions.
"""

from collections.abc import Mapping
from functools import cache

from assessments.bands import Band
from assessments.interview_kits import InterviewKit
from assessments.levels import Level
from assessments.loading import Library, load_library
from assessments.loading.interviews import InterviewLibrary, load_interviews
from assessments.profiles import Profile
from assessments.publications import Publication
from assessments.ratings import Answer, Assessment, AssessmentState, Exemption, Rating, Relation
from assessments.results import Result, result_of
from assessments.rounds import AgreedLevel, Round, RoundState
from assessments.scoring import Rated
from assessments.skill_maps import Requirement, SkillMap
from assessments.skills import Skill

Answers = Mapping[str, int | Exemption]

NOT_APPLICABLE = Exemption.NOT_APPLICABLE
NOT_OBSERVED = Exemption.NOT_OBSERVED


@cache
def library() -> Library:
    return load_library()


@cache
def interviews() -> InterviewLibrary:
    return load_interviews(library())


def kit(type_id: str) -> InterviewKit:
    return interviews().kits[type_id]


@cache
def publication(type_id: str) -> Publication:
    return next(each for each in library().publications if each.type.id == type_id)


@cache
def profile(type_id: str, band: Band = Band.STANDARD, *overlay_ids: str) -> Profile:
    return publication(type_id).profile(band, overlay_ids)


def small_profile(needs: Mapping[str, tuple[int, int]]) -> Profile:
    """A made-up type: target and weight by skill id, in table order."""
    requirements = tuple(need(skill_id, *each) for skill_id, each in needs.items())
    made_up = SkillMap(library().types["all_rounder"], 1, requirements)
    return Profile(made_up, Band.STANDARD, ())


def skill(skill_id: str) -> Skill:
    return library().skills[skill_id]


def need(skill_id: str, target: int, weight: int) -> Requirement:
    return Requirement(skill(skill_id), Level(target), weight)


def rated(*rows: tuple[int, int, int | None]) -> tuple[Rated, ...]:
    """Target, weight and level of skills in table order; level None where unrated."""
    return tuple(
        Rated(Requirement(each, Level(target), weight), None if level is None else Level(level))
        for each, (target, weight, level) in zip(library().table, rows, strict=False)
    )


def answer_of(value: int | Exemption) -> Answer:
    return value if isinstance(value, Exemption) else Level(value)


def at_target(asked: Profile, changes: Answers | None = None) -> dict[str, int | Exemption]:
    """The target level for every skill, with these changes."""
    levels: dict[str, int | Exemption] = {each.skill.id: each.target for each in asked.requirements}
    return levels | dict(changes or {})


def assessment(
    asked: Profile,
    answers: Answers,
    relation: Relation = Relation.SELF,
    state: AssessmentState = AssessmentState.SUBMITTED,
    evidence: str = "",
) -> Assessment:
    ratings = {key: Rating(key, answer_of(each), evidence) for key, each in answers.items()}
    return Assessment(relation, state, asked, ratings)


def round_of(
    asked: Profile,
    by_self: Answers | None = None,
    by_manager: Answers | None = None,
    agreed: Answers | None = None,
    state: RoundState = RoundState.OPEN,
) -> Round:
    """A round whose assessments have been handed in."""
    settled = {key: AgreedLevel(key, answer_of(each)) for key, each in (agreed or {}).items()}
    return Round(
        asked,
        state,
        None if by_self is None else assessment(asked, by_self),
        None if by_manager is None else assessment(asked, by_manager, Relation.MANAGER),
        settled,
    )


def result(asked: Profile, answers: Answers) -> Result:
    """What a manager's answers alone say."""
    return result_of(round_of(asked, by_manager=answers))
