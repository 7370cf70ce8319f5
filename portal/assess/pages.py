"""What the assessment pages show, as values: progress, skills to rate, rows to compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flask import url_for
from flask_babel import gettext

from assessments.levels import Level
from assessments.profiles import Profile
from assessments.ratings import Assessment, Rating
from assessments.results import Result
from assessments.skill_maps import Requirement
from assessments.skills import Category
from portal.assess.forms import RatingForm
from portal.persistence.assessments import AssessmentRecord
from portal.web.filters import answer_words, picked


@dataclass(frozen=True, slots=True)
class Progress:
    """How many skills of a category have an answer."""

    category: Category
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One skill as it is asked: its form, and the level of last time if there is one."""

    requirement: Requirement
    form: RatingForm
    last: Level | None


def progress_of(assessment: Assessment) -> tuple[Progress, ...]:
    """Progress by category, in table order."""
    open_skills = set(assessment.unanswered)
    skill_map = assessment.profile.map
    return tuple(
        Progress(category, sum(each.skill.id not in open_skills for each in needs), len(needs))
        for category in skill_map.categories
        for needs in [skill_map.in_category(category)]
    )


def category_of(profile: Profile, category_id: str) -> Category | None:
    """A category of the map by its id."""
    return next((each for each in profile.map.categories if each.id == category_id), None)


def category_after(profile: Profile, category: Category) -> Category | None:
    """The category that comes next; None after the last."""
    following = dict(pairwise(profile.map.categories))
    return following.get(category)


def next_place(written: AssessmentRecord) -> str:
    """The address to go on at: the first skill without an answer, the review once all have one."""
    assessment = written.assessment
    if not assessment.unanswered:
        return url_for("rating.review", assessment_id=written.id)
    skill = assessment.profile.map.by_skill[assessment.unanswered[0]].skill
    return url_for(
        "rating.category",
        assessment_id=written.id,
        category_id=skill.category.id,
        _anchor=f"{skill.id}-answer",
    )


def asked_in(
    category: Category,
    written: AssessmentRecord,
    last: Result | None,
    typed: Mapping[str, RatingForm] | None = None,
) -> Sequence[Asked]:
    """The skills of a category with what is kept, or with what was typed where that is given."""
    forms = typed or {}
    return [
        Asked(
            need,
            forms.get(need.skill.id) or form_of(written, need.skill.id),
            _last_level(last, need.skill.id),
        )
        for need in written.assessment.profile.map.in_category(category)
    ]


def form_of(written: AssessmentRecord, skill_id: str) -> RatingForm:
    """The form of one skill, filled with what is kept."""
    rating = written.assessment.ratings.get(skill_id) or Rating(skill_id, None)
    answer = picked(rating.answer)
    return RatingForm(
        prefix=skill_id,
        data={
            "answer": "" if answer is None else str(answer),
            "evidence": rating.evidence,
            "version": str(written.rating_versions.get(skill_id, 0)),
        },
    )


def chosen(typed: str | None) -> int | str | None:
    """What was typed as an answer in the form that the level picker takes."""
    return int(typed) if typed and typed.isdecimal() else typed or None


def words_of(rating: Rating) -> str:
    """A rating as one would read it out: the answer, then the evidence."""
    answer = rating.answer
    words = gettext("Not yet rated") if answer is None else answer_words(answer)
    return f"{words}\n{rating.evidence}".strip()


def _last_level(last: Result | None, skill_id: str) -> Level | None:
    line = last.of(skill_id) if last else None
    return line.level if line else None
