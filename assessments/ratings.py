"""Ratings and assessments: what one rater says about one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assessments.levels import EVIDENCE_FROM, Level
from assessments.profiles import Profile
from assessments.refusals import Refusal
from assessments.text import Text

EVIDENCE_LIMIT = 4000
"""Longest evidence in characters."""


class Relation(StrEnum):
    """How the rater stands to the person rated."""

    SELF = "self"
    MANAGER = "manager"


class Exemption(StrEnum):
    """Why there is no level. Neither counts as level 0."""

    NOT_APPLICABLE = "not_applicable"
    NOT_OBSERVED = "not_observed"


class AssessmentState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    FINALISED = "finalised"


Answer = Level | Exemption


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer for one skill. ``evidence`` is what the rater saw; it may be empty.

    ``answer`` is None while only evidence has been noted; that is no rating yet.
    """

    skill_id: str
    answer: Answer | None
    evidence: str = ""

    @property
    def level(self) -> Level | None:
        return self.answer if isinstance(self.answer, Level) else None

    @property
    def needs_evidence(self) -> bool:
        return self.level is not None and self.level >= EVIDENCE_FROM and not self.evidence.strip()


class AssessmentClosed(Refusal):
    """Somebody wants to change an assessment that is not open."""

    wording = Text(
        "この評価はすでに提出または確定されているため、変更できません。",
        "This assessment has been submitted or finalised and can no longer be changed.",
    )


class SkillNotInMap(Refusal):
    """A rating names a skill that the person's map does not ask for."""

    wording = Text(
        "「{skill_id}」はこの人のスキルマップにありません。",
        "“{skill_id}” is not part of this person's skill map.",
    )


class EvidenceTooLong(Refusal):
    """The evidence has more characters than are kept."""

    wording = Text(
        "根拠は{limit}文字以内で入力してください(現在{length}文字)。",
        "Keep the evidence to {limit} characters or fewer (now {length}).",
    )


class RatingsMissing(Refusal):
    """An assessment is handed in before every skill has an answer."""

    wording = Text(
        "未回答のスキルが{count}件あります。レベル、評価対象外、観察なしのいずれかを選んでください。",
        "{count} skills have no answer yet. Pick a level, not applicable or not observed.",
    )

    def __init__(self, skill_ids: tuple[str, ...]) -> None:
        self.skill_ids = skill_ids
        super().__init__(count=len(skill_ids))


class EvidenceMissing(Refusal):
    """Level 4 or 5 is claimed without a word on what was seen."""

    wording = Text(
        "レベル4以上のスキル{count}件に根拠がありません。状況・行動・結果・時期を書いてください。",
        "{count} skills at level 4 or 5 have no evidence. "
        "Describe situation, action, result and date.",
    )

    def __init__(self, skill_ids: tuple[str, ...]) -> None:
        self.skill_ids = skill_ids
        super().__init__(count=len(skill_ids))


@dataclass(frozen=True, slots=True)
class Assessment:
    """The ratings of one rater about one person on one profile, by skill id."""

    relation: Relation
    state: AssessmentState
    profile: Profile
    ratings: Mapping[str, Rating]

    @property
    def is_open(self) -> bool:
        return self.state in (AssessmentState.DRAFT, AssessmentState.RETURNED)

    @property
    def is_submitted(self) -> bool:
        return not self.is_open

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Skill ids without an answer, in table order."""
        return tuple(each for each in self.profile.map.by_skill if not self._is_answered(each))

    @property
    def without_evidence(self) -> tuple[str, ...]:
        """Skill ids whose level needs evidence that is not there, in table order."""
        return tuple(
            skill_id
            for skill_id in self.profile.map.by_skill
            if skill_id in self.ratings and self.ratings[skill_id].needs_evidence
        )

    def _is_answered(self, skill_id: str) -> bool:
        rating = self.ratings.get(skill_id)
        return rating is not None and rating.answer is not None


def rate(assessment: Assessment, rating: Rating) -> Assessment:
    """The assessment with this rating in it.

    Raises AssessmentClosed, SkillNotInMap, EvidenceTooLong.
    """
    if not assessment.is_open:
        raise AssessmentClosed
    if rating.skill_id not in assessment.profile.map.by_skill:
        raise SkillNotInMap(skill_id=rating.skill_id)
    if len(rating.evidence) > EVIDENCE_LIMIT:
        raise EvidenceTooLong(limit=EVIDENCE_LIMIT, length=len(rating.evidence))
    return replace(assessment, ratings={**assessment.ratings, rating.skill_id: rating})


def submit(assessment: Assessment) -> Assessment:
    """The assessment handed in.

    Raises AssessmentClosed, RatingsMissing, EvidenceMissing.
    """
    if not assessment.is_open:
        raise AssessmentClosed
    if assessment.unanswered:
        raise RatingsMissing(assessment.unanswered)
    if assessment.without_evidence:
        raise EvidenceMissing(assessment.without_evidence)
    return replace(assessment, state=AssessmentState.SUBMITTED)
