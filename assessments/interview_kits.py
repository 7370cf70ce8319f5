"""Interview kits: what a panel asks for one type of CSM, and what an answer is worth."""

from dataclasses import dataclass

from assessments.csm_types import CsmType
from assessments.rubrics import Rubric
from assessments.skills import Skill
from assessments.text import Text
from assessments.work_samples import WorkSample

COMPETENCIES = 6
"""Competencies of a kit; structured interviews ask for five to eight."""

MINUTES_EACH = 10
"""Minutes of the interview for each competency."""


@dataclass(frozen=True, slots=True)
class SkillQuestions:
    """What is asked about one skill: the past and how it was measured, then a case.

    ``probe`` names what to dig for; probes are free as long as they are about the job.
    """

    skill: Skill
    behavioural: Text
    situational: Text
    measured: Text
    probe: Text

    @property
    def in_order(self) -> tuple[Text, Text, Text]:
        """As they are asked, the same for every candidate; the first two are about one event."""
        return self.behavioural, self.measured, self.situational


@dataclass(frozen=True, slots=True)
class Competency:
    """One skill as a panel scores it. Whoever falls short in a must-have is not recommended."""

    questions: SkillQuestions
    is_must_have: bool
    rubric: Rubric
    counter_indicators: tuple[Text, ...]

    @property
    def skill(self) -> Skill:
        return self.questions.skill


@dataclass(frozen=True, slots=True)
class InterviewKit:
    """Everything that a panel brings to the interviews for one type."""

    type: CsmType
    purpose: Text
    competencies: tuple[Competency, ...]
    pitfalls: tuple[Text, ...]
    work_sample: WorkSample

    @property
    def minutes(self) -> int:
        """Length of the interview, without the work sample."""
        return self.minutes_each * len(self.competencies)

    @property
    def minutes_each(self) -> int:
        """Minutes of it for each competency."""
        return MINUTES_EACH

    @property
    def skill_ids(self) -> tuple[str, ...]:
        """The skills that are asked for, in the order of the interview."""
        return tuple(each.skill.id for each in self.competencies)
