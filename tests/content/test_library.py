"""The shipped lessons and curricula: complete, in two languages, and true to the stated facts."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from assessments.gaps import gaps_of
from assessments.levels import Level
from assessments.scoring import Rated
from content.curricula import unassignable
from content.drills import Outcome, drill_of, judged
from content.lessons import Format
from content.loading import check_training, load_training
from content.loading.library import SHIPPED
from content.plans import plan_for
from tests.assessments.builders import library as known
from tests.content.builders import library
from tests.content.checks import OF_ONE, shared, unbalanced
from tests.content.drafts import Draft, draft_of
from tests.content.facts import FACTS

LESSONS = SHIPPED / "lessons"
STAGES = ("first_week", "day_30", "day_60", "day_90")
WEEK_1 = "T01 T04 T13 T20 T23 T59"
ITEMS = {
    "all_rounder": ("T16 T25 T31 T43", "T29 T30 T33 T37", "T32 T42 T53 T54 T56"),
    "tech_support": ("T07 T16 T30", "T05 T08 T18 T40", "T24 T25 T37 T42"),
    "growth": ("T02 T29 T31 T33", "T03 T21 T53 T56", "T32 T45 T54 T57"),
    "concierge": ("T10 T29 T31 T43", "T11 T21 T39 T45", "T12 T37 T53 T46"),
    "onboarding": ("T16 T30 T31 T33", "T05 T32 T35 T43", "T39 T34 T18 T41"),
    "scale": ("T10 T16 T18 T25", "T17 T28 T35 T58", "T19 T26 T47 T61"),
    "cs_ops": ("T02 T10 T24 T25", "T03 T26 T28 T41", "T27 T51 T60 T61"),
    "leader": ("T02 T03 T63 T65", "T35 T51 T61 T62", "T36 T41 T64 T66"),
}
MINUTES = {
    "all_rounder": (330, 210, 255, 405),
    "tech_support": (330, 195, 330, 240),
    "growth": (330, 210, 300, 360),
    "concierge": (330, 240, 270, 420),
    "onboarding": (330, 210, 360, 360),
    "scale": (330, 240, 420, 360),
    "cs_ops": (330, 210, 300, 480),
    "leader": (330, 285, 420, 360),
}


@cache
def drafts() -> dict[str, Draft]:
    folders = sorted(each for each in LESSONS.iterdir() if each.is_dir())
    return {each.name: draft_of(each, known().skills) for each in folders}


def draft(lesson_id: str) -> Draft:
    return drafts().get(lesson_id) or Draft(lesson_id, problems=[f"{lesson_id}: No such lesson"])


def test_all_stated_lessons_are_there_and_no_other() -> None:
    assert set(drafts()) == set(FACTS)
    assert len(FACTS) == 67


def test_the_whole_library_loads() -> None:
    check_training(load_training(known()))


@pytest.mark.parametrize("lesson_id", FACTS)
def test_a_lesson_loads_with_nothing_missing(lesson_id: str) -> None:
    assert draft(lesson_id).problems == []


@pytest.mark.parametrize("check", OF_ONE, ids=lambda check: str(check.__name__))
def test_every_lesson_is_as_it_should_be(check: Callable[[Draft], Iterator[str]]) -> None:
    assert [problem for each in drafts().values() for problem in check(each)] == []


def test_no_two_lessons_share_a_sentence() -> None:
    assert sorted(shared(drafts().values())) == []


def test_keys_are_balanced_in_place_and_length() -> None:
    questions = [question for each in drafts().values() for question in each.questions]
    assert list(unbalanced(questions)) == []


def test_names_of_templates_are_unique() -> None:
    names = [each.template.name for each in drafts().values() if each.template]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("skill_id", known().skills)
def test_every_skill_is_covered_from_nothing_to_its_highest_target(skill_id: str) -> None:
    needs = (each.by_skill.get(skill_id) for each in known().maps.values())
    highest = max(need.target for need in needs if need)
    level = Level.NOT_STARTED
    for lesson in library().by_skill[skill_id]:
        if lesson.start <= level < lesson.goal:
            level = lesson.goal
    assert level >= highest


@pytest.mark.parametrize("type_id", known().types)
def test_a_curriculum_holds_the_stated_lessons_and_minutes(type_id: str) -> None:
    stages = library().curricula[type_id].stages
    assert tuple(stage.id for stage in stages) == STAGES
    assert [stage.days for stage in stages] == [7, 30, 60, 90]
    held = tuple(" ".join(lesson.id for lesson in stage.lessons) for stage in stages)
    assert held == (WEEK_1, *ITEMS[type_id])
    assert tuple(stage.minutes for stage in stages) == MINUTES[type_id]


@pytest.mark.parametrize("type_id", known().types)
def test_a_curriculum_is_assignable_in_order_from_nothing(type_id: str) -> None:
    nothing = dict.fromkeys(known().skills, Level.NOT_STARTED)
    assert list(unassignable(library().curricula[type_id], nothing)) == []


@pytest.mark.parametrize("type_id", known().types)
def test_a_curriculum_has_every_prerequisite_before_its_lesson(type_id: str) -> None:
    seen: set[str] = set()
    for lesson in library().curricula[type_id].lessons:
        assert set(lesson.requires) <= seen, lesson.id
        seen.add(lesson.id)


@pytest.mark.parametrize("type_id", known().types)
def test_after_the_first_week_every_lesson_teaches_a_skill_of_the_type(type_id: str) -> None:
    asked = known().maps[type_id].by_skill
    for stage in library().curricula[type_id].stages[1:]:
        for lesson in stage.lessons:
            assert any(skill.id in asked for skill in lesson.skills), lesson.id


@pytest.mark.parametrize("type_id", known().types)
def test_with_time_enough_a_plan_closes_every_gap_of_a_newcomer(type_id: str) -> None:
    needs = known().maps[type_id].requirements
    gaps = gaps_of(Rated(each, Level.NOT_STARTED) for each in needs)
    plan = plan_for(gaps, library().lessons, 10**5)
    assert (plan.waiting, plan.uncovered) == ((), ())
    assert plan.closes == sum(each.priority for each in gaps)


def test_done_criteria_are_phrases_and_proofs_are_sentences_said_once() -> None:
    stages = {
        stage.proof.en: stage for each in library().curricula.values() for stage in each.stages
    }
    assert len(stages) == 1 + 8 * 3
    for stage in stages.values():
        assert stage.proof.ja.endswith("。")
        assert stage.proof.en.endswith(".")
        assert not stage.done.ja.endswith("。")


def test_the_quiz_of_kpis_has_drills() -> None:
    assert len(library().materials["T03"].drills) >= 4


@pytest.mark.parametrize("seed", range(20))
def test_every_drill_tells_right_from_wrong(seed: int) -> None:
    for material in library().materials.values():
        for each in material.drills:
            task = drill_of(each, seed)
            assert judged(task, str(task.answer)).outcome is Outcome.RIGHT
            for wrong in task.wrong:
                assert judged(task, str(wrong.answer)).why == wrong.why


def test_every_format_has_its_lessons() -> None:
    assert {each.format for each in library().lessons.values()} == set(Format)


def test_nothing_else_lies_in_the_library() -> None:
    files = {path.name for path in LESSONS.rglob("*") if path.is_file()}
    assert files == {"lesson.toml", "ja.md", "en.md", "template.toml"}
    assert {path.name for path in Path(SHIPPED).iterdir()} == {"lessons", "curricula.toml"}


def test_the_next_lessons_of_a_skill_begin_where_somebody_stands() -> None:
    def ids(level: Level | None) -> list[str]:
        return [each.id for each in load_training(known()).next_lessons("ops_community", level)]

    assert [ids(level) for level in Level] == [["T47"], ["T47"], ["T48"], ["T48"], [], []]
    assert ids(None) == []
