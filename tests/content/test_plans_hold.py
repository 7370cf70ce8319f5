"""Plans: what holds for anybody, and how close they come to the exact best."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.bands import Band
from assessments.gaps import Gap, gaps_of
from assessments.levels import Level
from assessments.scoring import Rated
from content.lessons import Lesson
from content.plans import Plan, plan_for
from tests.assessments.builders import library, profile
from tests.content.builders import stated
from tests.content.exact import most_closed
from tests.pace import paces

BUDGETS = (30, 60, 90, 120, 180, 240, 300, 480, 600, 900, 1200, 1800, 2400, 3600)
Case = tuple[tuple[Gap, ...], Mapping[str, Lesson], int]


def case(seed: int) -> Case:
    """Somebody of any type and band, a library whose minutes and prerequisites vary, a budget."""
    random = Random(seed)
    asked = profile(random.choice(list(library().types)), random.choice(list(Band)))
    shape = random.choice(["new", "near", "any"])
    rated = (Rated(need, _level(random, shape, need.target)) for need in asked.requirements)
    lessons = stated() if random.random() < 0.3 else varied(random)
    return gaps_of(rated), lessons, random.choice(BUDGETS)


def varied(random: Random) -> dict[str, Lesson]:
    """The stated lessons, some longer or shorter, a third with a prerequisite."""
    lessons: dict[str, Lesson] = {}
    for each in stated().values():
        before = [
            other.id
            for other in lessons.values()
            if other.start <= each.start and other.goal <= each.goal
        ]
        requires = (random.choice(before),) if before and random.random() < 1 / 3 else ()
        minutes = max(10, each.minutes + random.choice([-15, -10, -5, 0, 5, 10, 15, 30]))
        lessons[each.id] = replace(each, minutes=minutes, requires=requires)
    return lessons


def _level(random: Random, shape: str, target: Level) -> Level:
    near = max(0, target - random.choice([0, 0, 1, 1, 2]))
    return Level({"new": random.randint(0, 2), "near": near, "any": random.randint(0, 5)}[shape])


def brought_to(gap: Gap, lessons: Mapping[str, Lesson]) -> Level:
    """How high lessons without prerequisites bring a skill, one after another."""
    level, skill_id = gap.level, gap.requirement.skill.id
    teaching = [each for each in lessons.values() if each.teaches(skill_id)]
    while higher := [each.goal for each in teaching if each.start <= level < each.goal]:
        level = max(higher)
    return min(level, gap.requirement.target)


def is_in_order(plan: Plan, gaps: tuple[Gap, ...], lessons: Mapping[str, Lesson]) -> bool:
    """Whether each lesson could be assigned at its turn, and lifts what the plan says."""
    levels = {each.requirement.skill.id: each.level for each in gaps}
    targets = {each.requirement.skill.id: each.requirement.target for each in gaps}
    for step in plan.steps:
        lifted = {
            key: min(goal, targets[key])
            for key, goal in step.lesson.lifted(levels).items()
            if min(goal, targets[key]) > levels[key]
        }
        if not lifted or lifted != {
            each.gap.requirement.skill.id: each.after for each in step.lifts
        }:
            return False
        levels |= lifted
    return all(_has_needs(plan, place, gaps, lessons) for place in range(len(plan.steps)))


def _has_needs(
    plan: Plan, place: int, gaps: tuple[Gap, ...], lessons: Mapping[str, Lesson]
) -> bool:
    before = {step.lesson.id for step in plan.steps[:place]}
    return all(
        each in before
        or all(
            gap.level >= min(lessons[each].goal, gap.requirement.target)
            for gap in gaps
            if lessons[each].teaches(gap.requirement.skill.id)
        )
        for each in plan.steps[place].lesson.requires
    )


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 200, 50)])
def test_a_plan_is_never_more_than_two_percent_below_the_best(seeds: range) -> None:
    for seed in seeds:
        gaps, lessons, budget = case(seed)
        best = most_closed(gaps, lessons, budget)
        assert best * 98 <= plan_for(gaps, lessons, budget).closes * 100 <= best * 100, seed


@given(seed=st.integers(0, 10**6))
def test_every_plan_can_be_followed_as_it_stands(seed: int) -> None:
    gaps, lessons, budget = case(seed)
    plan = plan_for(gaps, lessons, budget)
    assert plan.minutes <= budget
    assert is_in_order(plan, gaps, lessons)
    assert len({step.lesson.id for step in plan.steps}) == len(plan.steps)


@given(seed=st.integers(0, 10**6))
def test_every_gap_is_closed_waits_or_is_named_as_uncovered(seed: int) -> None:
    gaps, lessons, budget = case(seed)
    plan = plan_for(gaps, lessons, budget)
    reached = {lift.gap: lift.after for step in plan.steps for lift in step.lifts}
    closed = [each for each in gaps if reached.get(each) == each.requirement.target]
    named = [*closed, *plan.waiting, *(each.gap for each in plan.uncovered)]
    assert sorted(each.requirement.skill.id for each in named) == sorted(
        each.requirement.skill.id for each in gaps
    )
    assert all(reached.get(each.gap, each.gap.level) <= each.reach for each in plan.uncovered)


@given(seed=st.integers(0, 10**6))
def test_with_all_the_time_there_is_every_covered_gap_closes(seed: int) -> None:
    gaps, _, _ = case(seed)
    plan = plan_for(gaps, stated(), 10**5)
    assert plan.waiting == ()
    assert [(each.gap, each.reach) for each in plan.uncovered] == [
        (gap, level)
        for gap in gaps
        if (level := brought_to(gap, stated())) < gap.requirement.target
    ]


@given(seed=st.integers(0, 10**6))
def test_the_same_question_has_the_same_answer(seed: int) -> None:
    assert plan_for(*case(seed)) == plan_for(*case(seed))


def test_a_plan_against_ten_times_the_library_takes_little_time() -> None:
    random = Random(1)
    lessons = {
        f"{each.id}-{place}": replace(each, id=f"{each.id}-{place}", requires=())
        for place in range(10)
        for each in varied(random).values()
    }
    gaps, _, _ = max((case(seed) for seed in range(40)), key=lambda each: len(each[0]))
    assert paces(lambda: plan_for(gaps, lessons, 900)) < 65, "it takes about 42 here"
