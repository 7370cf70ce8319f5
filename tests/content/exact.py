"""The exact answer to what a plan approximates: a mixed-integer programme, solved by HiGHS.

A skill is a path through its levels, each step on it paid for by a lesson. The programme lets
lessons come in any order, so what it finds is never below the best plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from assessments.gaps import Gap
from content.lessons import Lesson

Row = tuple[dict[int, float], float]
"""Coefficients by variable, and the most that their sum may be."""


class Arc(NamedTuple):
    """One lesson taking one skill from one level to another."""

    lesson: str
    skill: str
    before: int
    after: int
    closes: int


def most_closed(gaps: Sequence[Gap], lessons: Mapping[str, Lesson], budget: int) -> int:
    """The most priority that lessons within the budget can close."""
    arcs = list(_arcs(gaps, lessons))
    if not arcs:
        return 0
    taken = {lesson_id: place for place, lesson_id in enumerate(lessons)}
    rows = list(_rows(gaps, lessons, budget, arcs, taken))
    size = len(taken) + len(arcs)
    matrix = lil_array((len(rows), size))
    for place, (coefficients, _) in enumerate(rows):
        for variable, coefficient in coefficients.items():
            matrix[place, variable] = coefficient
    limits = LinearConstraint(matrix.tocsr(), ub=np.array([most for _, most in rows]))
    gain = np.array([0] * len(taken) + [-arc.closes for arc in arcs])
    options = {"mip_rel_gap": 0}
    found = milp(gain, constraints=limits, integrality=1, bounds=Bounds(0, 1), options=options)
    assert found.success
    least: float = found.fun
    return round(-least)


def _arcs(gaps: Sequence[Gap], lessons: Mapping[str, Lesson]) -> Iterator[Arc]:
    by_skill = {gap.requirement.skill.id: gap for gap in gaps}
    for lesson in lessons.values():
        for skill in lesson.skills:
            if gap := by_skill.get(skill.id):
                after = min(lesson.goal, gap.requirement.target)
                for before in range(max(lesson.start, gap.level), after):
                    closes = gap.requirement.weight * (after - before)
                    yield Arc(lesson.id, skill.id, before, int(after), closes)


def _rows(
    gaps: Sequence[Gap],
    lessons: Mapping[str, Lesson],
    budget: int,
    arcs: Sequence[Arc],
    taken: Mapping[str, int],
) -> Iterator[Row]:
    places = {arc: len(taken) + place for place, arc in enumerate(arcs)}
    yield {taken[each.id]: each.minutes for each in lessons.values()}, budget
    for lesson in lessons.values():
        own = [arc for arc in arcs if arc.lesson == lesson.id]
        yield {taken[lesson.id]: 1, **{places[arc]: -1.0 for arc in own}}, 0
        for skill in lesson.skills:
            steps = {places[arc]: 1.0 for arc in own if arc.skill == skill.id}
            yield {taken[lesson.id]: -1, **steps}, 0
        for each in lesson.requires:
            if not _is_met(lessons[each], gaps):
                yield {taken[lesson.id]: 1, taken[each]: -1}, 0
    for gap in gaps:
        own = [arc for arc in arcs if arc.skill == gap.requirement.skill.id]
        for level in range(gap.level, gap.requirement.target):
            out = {places[arc]: 1.0 for arc in own if arc.before == level}
            into = {places[arc]: -1.0 for arc in own if arc.after == level}
            yield {**out, **into}, 1 if level == gap.level else 0


def _is_met(lesson: Lesson, gaps: Sequence[Gap]) -> bool:
    return all(
        gap.level >= min(lesson.goal, gap.requirement.target)
        for gap in gaps
        if lesson.teaches(gap.requirement.skill.id)
    )
