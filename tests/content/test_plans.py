"""Plans: what to learn first, why, and what no lesson closes."""

from fractions import Fraction

import pytest

from assessments.gaps import Gap
from assessments.levels import Level
from content.plans import Plan, plan_for
from tests.assessments.builders import skill
from tests.content.builders import gap, lesson, shelf, stated

LISTENING, TRUST, PLANNING = "rel_listening", "rel_trust", "con_pm"


def ids(plan: Plan) -> list[str]:
    return [step.lesson.id for step in plan.steps]


def test_without_gaps_there_is_nothing_to_do() -> None:
    plan = plan_for((), stated(), 600)
    assert (plan.steps, plan.uncovered, plan.waiting, plan.minutes) == ((), (), (), 0)


@pytest.mark.parametrize("budget", [0, 29])
def test_without_time_every_gap_waits(budget: int) -> None:
    gaps = (gap(TRUST, 0, 2, 5),)
    plan = plan_for(gaps, shelf(lesson("A", TRUST, 0, 2, 30)), budget)
    assert (plan.steps, plan.waiting, plan.uncovered) == ((), gaps, ())


def test_what_closes_most_per_hour_comes_first() -> None:
    lessons = shelf(lesson("A", TRUST, 0, 2, 60), lesson("B", PLANNING, 0, 2, 30))
    plan = plan_for((gap(TRUST, 0, 2, 5), gap(PLANNING, 0, 2, 5)), lessons, 90)
    assert ids(plan) == ["B", "A"]


def test_two_short_lessons_beat_a_long_one_of_a_better_rate() -> None:
    lessons = shelf(
        lesson("A", TRUST, 0, 2, 60),
        lesson("B", PLANNING, 0, 2, 50),
        lesson("C", LISTENING, 0, 2, 50),
    )
    gaps = (gap(TRUST, 0, 2, 7), gap(PLANNING, 0, 2, 5), gap(LISTENING, 0, 2, 5))
    plan = plan_for(gaps, lessons, 100)
    assert sorted(ids(plan)) == ["B", "C"]
    assert plan.waiting == (gaps[0],)


def test_a_higher_step_comes_after_the_one_that_leads_to_it() -> None:
    lessons = shelf(lesson("A", TRUST, 2, 3, 20), lesson("B", TRUST, 0, 2, 90))
    plan = plan_for((gap(TRUST, 0, 3, 5),), lessons, 200)
    assert ids(plan) == ["B", "A"]
    assert [(each.before, each.after) for step in plan.steps for each in step.lifts] == [
        (0, 2),
        (2, 3),
    ]


def test_a_step_whose_level_is_out_of_reach_is_not_taken() -> None:
    plan = plan_for((gap(TRUST, 0, 4, 5),), shelf(lesson("A", TRUST, 2, 4, 20)), 200)
    assert plan.steps == ()
    assert [each.reach for each in plan.uncovered] == [Level.NOT_STARTED]


def test_a_prerequisite_comes_first_even_when_it_closes_little() -> None:
    lessons = shelf(
        lesson("A", TRUST, 0, 2, 60),
        lesson("B", PLANNING, 0, 2, 30, requires=("A",)),
    )
    plan = plan_for((gap(TRUST, 1, 2, 1), gap(PLANNING, 0, 2, 9)), lessons, 90)
    assert ids(plan) == ["A", "B"]
    assert "Lesson B" in plan.steps[0].why.en
    assert "研修B" in plan.steps[0].why.ja


def test_a_prerequisite_capped_by_the_target_still_comes_before_what_would_empty_it() -> None:
    lessons = shelf(
        lesson("A", f"{TRUST} {PLANNING}", 0, 2, 10),
        lesson("B", PLANNING, 1, 4, 45),
        lesson("C", TRUST, 1, 5, 10, requires=("B",)),
    )
    plan = plan_for((gap(TRUST, 0, 5, 6), gap(PLANNING, 1, 2, 8)), lessons, 200)
    assert ids(plan) == ["B", "A", "C"]
    assert plan.closes == 38


def test_what_needs_a_lesson_comes_after_it_though_its_targets_are_lower() -> None:
    lessons = shelf(
        lesson("A", f"{TRUST} {PLANNING}", 0, 3, 10),
        lesson("B", f"{TRUST} {LISTENING}", 0, 4, 20, requires=("A",)),
    )
    gaps = (gap(TRUST, 0, 2, 4), gap(PLANNING, 2, 4, 1), gap(LISTENING, 0, 1, 6))
    assert ids(plan_for(gaps, lessons, 400)) == ["A", "B"]


def test_a_lesson_that_leads_to_a_prerequisite_stays_beside_a_better_one_past_it() -> None:
    lessons = shelf(
        lesson("A", TRUST, 0, 3, 60),
        lesson("B", TRUST, 2, 4, 10),
        lesson("C", PLANNING, 2, 4, 30, requires=("B",)),
        lesson("D", f"{TRUST} {LISTENING}", 0, 4, 60),
    )
    gaps = (gap(TRUST, 1, 4, 3), gap(PLANNING, 3, 4, 9))
    plan = plan_for(gaps, lessons, 100)
    assert ids(plan) == ["A", "B", "C"]


def test_a_lesson_whose_prerequisite_does_not_fit_is_left_out() -> None:
    lessons = shelf(lesson("A", TRUST, 0, 2, 60), lesson("B", PLANNING, 0, 2, 30, requires=("A",)))
    plan = plan_for((gap(TRUST, 1, 2, 1), gap(PLANNING, 0, 2, 9)), lessons, 50)
    assert ids(plan) == []


def test_a_prerequisite_is_met_by_completion_or_by_standing_at_its_goal() -> None:
    after = lesson("B", PLANNING, 0, 2, 30, requires=("A",))
    lessons = shelf(lesson("A", TRUST, 0, 2, 60), after)
    wanted = gap(PLANNING, 0, 2, 9)
    assert ids(plan_for((wanted,), lessons, 30)) == ["B"]
    assert ids(plan_for((wanted, gap(TRUST, 2, 3, 1)), lessons, 30)) == ["B"]
    assert ids(plan_for((wanted, gap(TRUST, 1, 2, 1)), lessons, 30)) == []
    assert ids(plan_for((wanted, gap(TRUST, 1, 2, 1)), lessons, 30, {"A"})) == ["B"]


def test_a_completed_lesson_does_not_come_again() -> None:
    lessons = shelf(lesson("A", TRUST, 0, 2, 60))
    plan = plan_for((gap(TRUST, 0, 2, 5),), lessons, 90, {"A"})
    assert plan.steps == ()
    assert [each.reach for each in plan.uncovered] == [0]


def test_one_lesson_may_close_two_gaps() -> None:
    both = lesson("A", f"{TRUST} {PLANNING}", 0, 2, 60)
    plan = plan_for((gap(TRUST, 1, 2, 5), gap(PLANNING, 0, 2, 3)), shelf(both), 60)
    assert [each.closes for each in plan.steps[0].lifts] == [5, 6]
    assert plan.closes == 11


def test_levels_count_up_to_the_target_only() -> None:
    plan = plan_for((gap(TRUST, 0, 1, 5),), shelf(lesson("A", TRUST, 0, 3, 60)), 60)
    assert plan.closes == 5
    assert plan.steps[0].lifts[0].after == 1


def test_of_equal_plans_the_shorter_is_taken() -> None:
    lessons = shelf(lesson("A", TRUST, 0, 2, 60), lesson("B", TRUST, 0, 2, 45))
    assert ids(plan_for((gap(TRUST, 0, 2, 5),), lessons, 90)) == ["B"]


def test_each_choice_is_explained_in_one_sentence_of_both_languages() -> None:
    plan = plan_for((gap(TRUST, 0, 2, 5),), shelf(lesson("A", TRUST, 0, 2, 60)), 90)
    assert plan.steps[0].why.ja == (
        "顧客との深い関係構築をレベル0から2へ進め、60分で優先度10の伸びしろを埋めます。"
    )
    assert plan.steps[0].why.en == (
        "Takes Deep customer relationships from level 0 to 2 "
        "and closes 10 points of priority in 60 minutes."
    )


def test_one_point_of_priority_is_one_point() -> None:
    plan = plan_for((gap(TRUST, 0, 1, 1),), shelf(lesson("A", TRUST, 0, 2, 60)), 90)
    assert "closes 1 point of priority in 60 minutes." in plan.steps[0].why.en


def test_two_skills_make_one_sentence() -> None:
    both = lesson("A", f"{TRUST} {PLANNING}", 0, 2, 60)
    plan = plan_for((gap(TRUST, 1, 2, 5), gap(PLANNING, 0, 2, 3)), shelf(both), 60)
    assert plan.steps[0].why.en == (
        "Takes Deep customer relationships from level 1 to 2 and Project management "
        "from level 0 to 2, and closes 11 points of priority in 60 minutes."
    )


def test_a_gap_that_no_lesson_closes_is_named_with_how_far_lessons_lead() -> None:
    plan = plan_for((gap(TRUST, 0, 5, 5),), shelf(lesson("A", TRUST, 0, 2, 60)), 90)
    (uncovered,) = plan.uncovered
    assert uncovered.reach == 2
    assert skill(TRUST).name.ja in uncovered.why.ja
    assert uncovered.why.ja.endswith("レベル2までです。")
    assert uncovered.why.en == "With these lessons Deep customer relationships comes to level 2."
    assert plan.waiting == ()


def test_the_rate_never_rises_where_nothing_forces_the_order() -> None:
    gaps: tuple[Gap, ...] = tuple(
        gap(each, 0, 2, weight)
        for weight, each in enumerate((TRUST, PLANNING, LISTENING, "kn_it", "data_health"), 1)
    )
    plan = plan_for(gaps, stated(), 600)
    rates = [Fraction(step.closes, step.lesson.minutes) for step in plan.steps]
    assert len(rates) > 3
    assert rates == sorted(rates, reverse=True)
