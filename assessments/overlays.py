"""Overlays: a duty added to any type, such as looking after partner firms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.levels import Level
from assessments.skill_maps import WEIGHT_TOTAL, Requirement
from assessments.skills import Skill
from assessments.text import Text


@dataclass(frozen=True, slots=True)
class OverlayRule:
    """What one overlay asks of one skill.

    ``least_target`` and ``least_weight`` raise to at least that; ``added_weight`` comes on top.
    """

    skill: Skill
    least_target: Level
    least_weight: int
    added_weight: int

    def applied_to(self, requirement: Requirement | None) -> Requirement:
        target = requirement.target if requirement else Level.AWARE
        weight = requirement.weight if requirement else 0
        return Requirement(
            self.skill,
            max(target, self.least_target),
            max(weight, self.least_weight) + self.added_weight,
        )


@dataclass(frozen=True, slots=True)
class Overlay:
    """A duty that may be added to any type."""

    id: str
    name: Text
    definition: Text
    rules: tuple[OverlayRule, ...]


def with_overlays(
    requirements: tuple[Requirement, ...], overlays: Sequence[Overlay], order: Sequence[Skill]
) -> tuple[Requirement, ...]:
    """Requirements with the overlays applied; weights add up to 100 again.

    Weights the overlays do not touch shrink in proportion, rounded by largest remainder (ties:
    table order); a skill that rounds to 0 is left out. ``order`` is the skill table.
    Source: docs/rules.md, Overlays.
    """
    changed = {each.skill.id: each for each in requirements}
    touched: set[str] = set()
    for rule in (rule for overlay in overlays for rule in overlay.rules):
        changed[rule.skill.id] = rule.applied_to(changed.get(rule.skill.id))
        touched.add(rule.skill.id)
    if not touched:
        return requirements
    taken = sum(changed[skill_id].weight for skill_id in touched)
    rest = [each for each in requirements if each.skill.id not in touched]
    weights = _shares([each.weight for each in rest], WEIGHT_TOTAL - taken)
    for each, weight in zip(rest, weights, strict=True):
        changed[each.skill.id] = Requirement(each.skill, each.target, weight)
    return _in_order(changed, order)


def _in_order(
    requirements: Mapping[str, Requirement], order: Sequence[Skill]
) -> tuple[Requirement, ...]:
    return tuple(
        requirements[skill.id]
        for skill in order
        if skill.id in requirements and requirements[skill.id].weight > 0
    )


def _shares(weights: Sequence[int], total: int) -> list[int]:
    """``total`` dealt out in proportion to the weights, by largest remainder."""
    exact = [Fraction(weight * total, sum(weights)) for weight in weights]
    shares = [int(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return shares
