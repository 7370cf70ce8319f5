"""The shipped kits: as specified, complete in both languages, and with figures that follow."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from assessments.interview_kits import COMPETENCIES, InterviewKit
from assessments.rubrics import Rubric
from assessments.text import LANGUAGES, Language
from tests.assessments.builders import interviews, kit, library
from tests.assessments.sample_figures import (
    reading_length,
    unexplained,
    wrong_workings,
)

SPECIFIED = {
    "all_rounder": "rel_listening* rel_involve con_issue life_renewal mind_humble* mind_proactive",
    "tech_support": (
        "con_problem* kn_it* rel_communication mind_resilience ops_feedback mind_humble"
    ),
    "growth": "con_proposal* life_expansion* con_pm rel_stakeholder data_kpi rel_involve",
    "concierge": "rel_trust* rel_stakeholder con_issue kn_industry life_value mind_humble",
    "onboarding": (
        "con_pm* life_onboarding* rel_communication rel_stakeholder con_problem mind_humble"
    ),
    "scale": "data_analysis* ops_content* life_adoption data_tools rel_involve mind_humble",
    "cs_ops": "data_analysis* data_tools* ops_playbook rel_involve con_problem data_privacy",
    "leader": "mind_vision* mind_coaching* ops_segment data_kpi rel_involve mind_humble",
}
"""Competencies in the order of the interview; * marks a must-have."""

GIVEN = {
    "all_rounder/mind_proactive": ("依頼された例だけ", "made spotting a routine others use"),
    "tech_support/con_problem": ("思い付きで対処", "cut the class of faults in numbers"),
    "growth/con_proposal": ("機能説明に終始", "method incl. when not to pitch raised win rate"),
    "concierge/rel_trust": ("「仲が良い」のみ", "several referrals; method passed on"),
    "onboarding/con_pm": ("期日・担当の話がない", "changed the standard, fewer days"),
    "scale/data_analysis": ("印象で判断", "test routine re-ordered programmes"),
    "cs_ops/data_tools": ("手作業の報告のみ", "governance raised team output"),
    "leader/mind_vision": ("数字を繰り返す", "members tell it; spread beyond team"),
}
"""Rubrics that the specification gives: the first Japanese and the last English sentence."""

KITS = sorted(library().types)
IN_WORDS = {2: "two", 4: "four", 6: "six"}
LONGEST: dict[Language, int] = {"ja": 1600, "en": 750}
"""What is read of a work sample before anything is done: characters, words."""


def rubrics() -> Iterator[tuple[str, Rubric]]:
    for type_id in KITS:
        for each in kit(type_id).competencies:
            yield f"{type_id}/{each.skill.id}", each.rubric
        yield f"{type_id}/sample", kit(type_id).work_sample.key.rubric


def words(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


@pytest.mark.parametrize("type_id", KITS)
def test_a_kit_asks_for_its_competencies_in_order_and_marks_its_must_haves(type_id: str) -> None:
    found = [f"{each.skill.id}{'*' * each.is_must_have}" for each in kit(type_id).competencies]
    assert " ".join(found) == SPECIFIED[type_id]


@pytest.mark.parametrize("name", GIVEN)
def test_the_given_rubrics_are_used_as_they_are(name: str) -> None:
    anchors = dict(rubrics())[name].anchors
    assert (anchors[0].ja, anchors[4].en) == GIVEN[name]


def test_every_competency_and_sample_of_every_kit_has_a_rubric_of_its_own() -> None:
    assert len(list(rubrics())) == 8 * 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_two_rubrics_or_twice_in_one(language: Language) -> None:
    seen = Counter(
        words(anchor.in_language(language)) for _, rubric in rubrics() for anchor in rubric.anchors
    )
    assert [sentence for sentence, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("type_id", KITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_a_kit_is_said_twice(type_id: str, language: Language) -> None:
    seen = Counter(
        words(sentence)
        for text in prose(kit(type_id))
        for sentence in re.split(r"(?<=[。.!?])\s*", text[language])
        if len(sentence) > 14
    )
    assert [sentence for sentence, count in seen.items() if count > 1] == []


def test_a_rubric_ends_no_sentence_with_a_full_stop() -> None:
    ends = {anchor.ja[-1] for _, rubric in rubrics() for anchor in rubric.anchors}
    ends |= {anchor.en[-1] for _, rubric in rubrics() for anchor in rubric.anchors}
    assert ends & set("。.、,") == set()


@pytest.mark.parametrize("type_id", KITS)
def test_a_kit_is_whole(type_id: str) -> None:
    found = kit(type_id)
    assert len(found.pitfalls) == 4
    assert {len(each.counter_indicators) for each in found.competencies} == {2}
    key = found.work_sample.key
    assert 2 <= len(key.panel) <= 6
    assert 3 <= len(key.solution) <= 7
    assert 2 <= len(found.work_sample.assignment.material) <= 5


@pytest.mark.parametrize("type_id", KITS)
def test_every_figure_of_a_solution_follows_from_the_material(type_id: str) -> None:
    sample = kit(type_id).work_sample
    assert list(wrong_workings(sample)) == []
    assert list(unexplained(sample)) == []


@pytest.mark.parametrize("type_id", KITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_work_sample_leaves_time_to_do_it(type_id: str, language: Language) -> None:
    assert reading_length(kit(type_id).work_sample, language) <= LONGEST[language]


def test_how_it_was_measured_is_asked_about_the_past_before_the_case() -> None:
    for type_id in KITS:
        for each in kit(type_id).competencies:
            asked = each.questions.in_order
            assert len({question.ja for question in asked}) == 3
            assert asked[1].en == ("How did you measure the result, and what did you change next?")


def test_the_process_has_its_eight_steps_and_eight_errors() -> None:
    process = interviews().process
    assert (len(process.steps), len(process.rater_errors)) == (8, 8)


def test_the_texts_of_the_process_name_the_numbers_that_hold() -> None:
    process = interviews().process
    said = {each.id: (each.name, each.text) for each in process.steps}
    few, most = process.rule.fewest_raters, process.rule.most_raters
    for text in said["panel"]:
        assert f"{few}〜{most}名" in text.ja
        assert f"{IN_WORDS[few]} to {IN_WORDS[most]}" in text.en.casefold()
    (_, asked), (_, discussed) = said["before_posting"], said["discussion"]
    assert f"{COMPETENCIES}項目" in asked.ja
    assert f"the {IN_WORDS[COMPETENCIES]} competencies" in asked.en
    assert f"差が{process.rule.wide_from}点以上" in discussed.ja
    assert f"{IN_WORDS[process.rule.wide_from]} or more points apart" in discussed.en


@pytest.mark.parametrize("type_id", KITS)
def test_the_opening_names_the_topics_and_the_minutes_of_every_kit(type_id: str) -> None:
    found, opening = kit(type_id), interviews().process.opening
    topics, sample = len(found.competencies), found.work_sample.assignment.minutes
    assert found.minutes == found.minutes_each * topics
    for words_ja in (f"{topics}つの項目", f"約{found.minutes}分", f"別に{sample}分"):
        assert words_ja in opening.ja
    for words_en in (
        f"{IN_WORDS[topics]} topics",
        f"about {found.minutes} minutes",
        f"{sample} more",
    ):
        assert words_en in opening.en


def test_fair_selection_covers_all_that_may_not_be_asked_or_done() -> None:
    fairness = interviews().fairness
    assert (len(fairness.areas), len(fairness.practices)) == (19, 5)
    for area in fairness.areas:
        assert area.terms_ja
        assert area.terms_en


def prose(of: InterviewKit) -> list[dict[Language, str]]:
    """Running text of a kit that nobody should read twice."""
    key, assignment = of.work_sample.key, of.work_sample.assignment
    texts = [
        of.purpose,
        *of.pitfalls,
        *(text for each in of.competencies for text in each.counter_indicators),
        *assignment.brief,
        *assignment.tasks,
        *key.panel,
        *key.solution,
        *key.good.paragraphs,
        *key.weak.paragraphs,
        key.good.why,
        key.weak.why,
    ]
    return [{language: text.in_language(language) for language in LANGUAGES} for text in texts]
