"""Skills as lines of a report: everything said about each, in words and numbers."""

from dataclasses import dataclass
from fractions import Fraction

from assessments.agreement import Spread
from assessments.ratings import Answer, Rating
from assessments.results import Result
from assessments.skill_results import SkillResult, Source
from assessments.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """One skill. Levels are 0 to 5; ``gap`` is None without a level, ``weight`` in percent.

    ``anchors`` has six sentences; ``reached`` and ``next`` are those of the level in effect and
    of the one above.
    """

    name: Text
    definition: Text
    by_self: Answer | None
    by_manager: Answer | None
    agreed: Answer | None
    answer: Answer | None
    source: Source | None
    level: int | None
    target: int
    weight: int
    gap: int | None
    priority: int | None
    difference: int | None
    spread: Spread
    anchors: tuple[Text, ...]
    reached: Text | None
    next: Text | None
    self_evidence: str
    manager_evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """A category with its lines; ``fit`` from 0 to 1, ``weight`` the sum of its skills."""

    name: Text
    fit: Fraction | None
    coverage: Fraction
    weight: int
    at_target: int
    lines: tuple[Line, ...]


def groups_of(result: Result) -> tuple[Group, ...]:
    """The whole result by category, in table order."""
    return tuple(
        Group(
            score.category.name,
            score.fit,
            score.coverage,
            sum(each.requirement.weight for each in inside),
            sum(each.gap == 0 for each in inside),
            tuple(line_of(each) for each in inside),
        )
        for score in result.categories
        for inside in [[each for each in result.skills if each.skill.category == score.category]]
    )


def line_of(said: SkillResult) -> Line:
    skill, level = said.skill, said.level
    return Line(
        name=skill.name,
        definition=skill.definition,
        by_self=said.self_answer,
        by_manager=said.manager_answer,
        agreed=said.agreed_answer,
        answer=said.answer,
        source=said.source,
        level=level,
        target=said.target,
        weight=said.requirement.weight,
        gap=said.gap,
        priority=said.priority,
        difference=said.difference,
        spread=said.spread,
        anchors=skill.anchors,
        reached=None if level is None else skill.anchor(level),
        next=None if level is None else skill.next_anchor(level),
        self_evidence=_evidence(said.by_self),
        manager_evidence=_evidence(said.by_manager),
        reason=said.agreed.reason.strip() if said.agreed else "",
    )


def _evidence(rating: Rating | None) -> str:
    return rating.evidence.strip() if rating else ""
