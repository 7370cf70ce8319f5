"""Curricula: what may start, what may close and who closes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.levels import Level
from assessments.ratings import Relation
from assessments.refusals import Refusal
from assessments.text import Text
from content.calendars import CalendarDays
from content.curricula import (
    Curriculum,
    Progress,
    Stage,
    close,
    complete,
    noted,
    unassignable,
    unexplained,
)
from content.curriculum_refusals import (
    EarlierStageOpen,
    LessonComplete,
    LessonNotInCurriculum,
    LessonsIncomplete,
    NoteMissing,
    OnlyTheManagerCloses,
    PrerequisiteMissing,
    StageClosed,
)
from content.lessons import Lesson
from tests.content.builders import lesson

START = date(2025, 4, 1)
SOON, LATE = START + timedelta(days=3), START + timedelta(days=40)
PHRASE = Text("済んだ", "Done")

FIRST = lesson("A", "con_pm", 0, 2)
SECOND = lesson("B", "rel_trust", 0, 2)
THIRD = lesson("C", "con_pm", 2, 3, requires=("A",))


def stage_of(stage_id: str, days: int, *lessons: Lesson) -> Stage:
    return Stage(stage_id, PHRASE, days, lessons, PHRASE, PHRASE)


WEEK, MONTH = stage_of("first_week", 7, FIRST, SECOND), stage_of("day_30", 30, THIRD)
CURRICULUM = Curriculum("onboarding", (WEEK, MONTH))
BEGUN = Progress(CURRICULUM, START, CalendarDays(), {}, {}, {})


def having(progress: Progress, *lesson_ids: str, on: date = SOON) -> Progress:
    for each in lesson_ids:
        progress = complete(progress, each, on)
    return progress


def closing(progress: Progress, closed: Stage, on: date = SOON) -> Progress:
    return close(progress, closed, Relation.MANAGER, on)


def test_a_lesson_without_prerequisites_may_start_on_the_first_day() -> None:
    assert [each.id for each in BEGUN.startable] == ["A", "B"]


def test_a_lesson_may_start_when_its_prerequisites_are_complete() -> None:
    assert [each.id for each in having(BEGUN, "A").startable] == ["B", "C"]


def test_a_lesson_of_a_later_stage_may_be_completed_early() -> None:
    early = having(BEGUN, "A", "C")
    assert early.open_stage == WEEK


def test_a_lesson_before_its_prerequisites_is_refused_and_they_are_named() -> None:
    with pytest.raises(PrerequisiteMissing, match="A") as refused:
        complete(BEGUN, "C", SOON)
    assert refused.value.lesson_ids == ("A",)


def test_a_lesson_is_completed_once() -> None:
    with pytest.raises(LessonComplete):
        having(BEGUN, "A", "A")


@pytest.mark.parametrize(
    "act",
    [
        lambda: complete(BEGUN, "Z", SOON),
        lambda: noted(BEGUN, "Z", "ill"),
        lambda: BEGUN.is_overdue("Z", SOON),
    ],
)
def test_a_lesson_of_another_curriculum_is_refused(act: Callable[[], object]) -> None:
    with pytest.raises(LessonNotInCurriculum):
        act()


def test_a_stage_is_due_so_many_days_after_the_start() -> None:
    assert BEGUN.due(WEEK) == date(2025, 4, 8)
    assert BEGUN.due(MONTH) == date(2025, 5, 1)


def test_a_lesson_is_overdue_from_the_day_after() -> None:
    assert not BEGUN.is_overdue("A", date(2025, 4, 8))
    assert BEGUN.is_overdue("A", date(2025, 4, 9))


def test_a_lesson_completed_in_time_never_becomes_overdue() -> None:
    assert not having(BEGUN, "A").is_overdue("A", LATE)
    assert having(BEGUN, "A", on=LATE).is_overdue("A", LATE)


def test_the_manager_closes_a_stage_whose_lessons_are_complete() -> None:
    closed = closing(having(BEGUN, "A", "B"), WEEK)
    assert closed.closed == {"first_week": SOON}
    assert closed.open_stage == MONTH


def test_the_learner_does_not_close_a_stage() -> None:
    with pytest.raises(OnlyTheManagerCloses):
        close(having(BEGUN, "A", "B"), WEEK, Relation.SELF, SOON)


def test_a_stage_with_open_lessons_does_not_close() -> None:
    with pytest.raises(LessonsIncomplete) as refused:
        closing(having(BEGUN, "B"), WEEK)
    assert refused.value.lesson_ids == ("A",)


def test_a_stage_does_not_close_before_the_one_that_comes_first() -> None:
    with pytest.raises(EarlierStageOpen):
        closing(having(BEGUN, "A", "B", "C"), MONTH)


def test_a_stage_closes_once() -> None:
    with pytest.raises(StageClosed):
        closing(closing(having(BEGUN, "A", "B"), WEEK), WEEK)


def test_a_late_lesson_needs_a_note_before_its_stage_closes() -> None:
    late = having(having(BEGUN, "A"), "B", on=LATE)
    with pytest.raises(NoteMissing) as refused:
        closing(late, WEEK, LATE)
    assert refused.value.lesson_ids == ("B",)
    assert closing(noted(late, "B", "病気"), WEEK, LATE).open_stage == MONTH


def test_an_empty_note_says_nothing() -> None:
    late = noted(having(BEGUN, "A", "B", on=LATE), "A", "  ")
    assert unexplained(late, WEEK, LATE) == ("A", "B")


def test_when_all_stages_are_closed_none_is_open() -> None:
    done = closing(closing(having(BEGUN, "A", "B", "C"), WEEK), MONTH)
    assert done.open_stage is None


def test_a_stage_knows_its_minutes() -> None:
    assert WEEK.minutes == FIRST.minutes + SECOND.minutes


def test_lessons_that_could_not_be_assigned_in_order_are_found() -> None:
    levels = dict.fromkeys(("con_pm", "rel_trust"), Level.NOT_STARTED)
    assert list(unassignable(CURRICULUM, levels)) == []
    turned = replace(CURRICULUM, stages=(MONTH, WEEK))
    assert list(unassignable(turned, levels)) == [(THIRD, levels)]


steps = st.lists(
    st.tuples(
        st.sampled_from(["complete", "note", "close by manager", "close by learner"]),
        st.sampled_from(["A", "B", "C"]),
        st.integers(0, 60),
    ),
    max_size=15,
)


@given(steps=steps)
def test_however_one_goes_about_it_the_rules_hold(steps: list[tuple[str, str, int]]) -> None:
    progress, today = BEGUN, START
    for act, lesson_id, days in steps:
        today = max(today, START + timedelta(days=days))
        progress = attempted(progress, act, lesson_id, today)
    for each in progress.curriculum.lessons:
        if each.id in progress.completed:
            assert set(each.requires) <= set(progress.completed)
    closed = [stage for stage in CURRICULUM.stages if stage.id in progress.closed]
    assert closed == list(CURRICULUM.stages[: len(closed)])
    for stage in closed:
        assert {lesson.id for lesson in stage.lessons} <= set(progress.completed)
        assert unexplained(progress, stage, today) == ()


def attempted(progress: Progress, act: str, lesson_id: str, today: date) -> Progress:
    """The progress after the act, or as it was when the act is refused."""
    by = Relation.MANAGER if act.endswith("manager") else Relation.SELF
    try:
        if act == "complete":
            return complete(progress, lesson_id, today)
        if act == "note":
            return noted(progress, lesson_id, "reason")
        return close(progress, progress.open_stage or MONTH, by, today)
    except Refusal:
        return progress
