"""Rating and handing in: what an assessment takes and what it refuses."""

from dataclasses import replace

import pytest

from assessments.levels import Level
from assessments.ratings import (
    EVIDENCE_LIMIT,
    Assessment,
    AssessmentClosed,
    AssessmentState,
    EvidenceMissing,
    EvidenceTooLong,
    Exemption,
    Rating,
    RatingsMissing,
    SkillNotInMap,
    rate,
    submit,
)
from tests.assessments.builders import NOT_APPLICABLE, NOT_OBSERVED, assessment, small_profile

PROFILE = small_profile({"rel_trust": (4, 50), "con_pm": (3, 30), "kn_it": (2, 20)})
OPEN = (AssessmentState.DRAFT, AssessmentState.RETURNED)
CLOSED = (AssessmentState.SUBMITTED, AssessmentState.FINALISED)
COMPLETE = {"rel_trust": 3, "con_pm": 3, "kn_it": 2}


def draft(answers: dict[str, int] | None = None) -> Assessment:
    return assessment(PROFILE, answers or {}, state=AssessmentState.DRAFT)


def test_a_rating_is_added_to_a_draft() -> None:
    rated = rate(draft(), Rating("con_pm", Level(2), "計画表を直した"))
    assert rated.ratings == {"con_pm": Rating("con_pm", Level(2), "計画表を直した")}


def test_a_second_rating_replaces_the_first() -> None:
    rated = rate(draft({"con_pm": 2}), Rating("con_pm", NOT_OBSERVED))
    assert rated.ratings["con_pm"].answer is NOT_OBSERVED
    assert rated.ratings["con_pm"].level is None


def test_rating_leaves_the_earlier_assessment_as_it_was() -> None:
    before = draft()
    rate(before, Rating("con_pm", Level(2)))
    assert not before.ratings


@pytest.mark.parametrize("state", OPEN)
def test_an_open_assessment_can_be_rated_and_handed_in(state: AssessmentState) -> None:
    complete = assessment(PROFILE, COMPLETE, state=state)
    assert rate(complete, Rating("kn_it", Level(3))).state is state
    assert submit(complete).state is AssessmentState.SUBMITTED


@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_assessment_takes_no_rating(state: AssessmentState) -> None:
    with pytest.raises(AssessmentClosed):
        rate(assessment(PROFILE, COMPLETE, state=state), Rating("kn_it", Level(3)))


@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_assessment_is_not_handed_in_again(state: AssessmentState) -> None:
    with pytest.raises(AssessmentClosed):
        submit(assessment(PROFILE, COMPLETE, state=state))


def test_a_skill_outside_the_map_is_refused_by_name() -> None:
    with pytest.raises(SkillNotInMap) as refused:
        rate(draft(), Rating("ops_partner", Level(1)))
    assert "ops_partner" in refused.value.message.ja
    assert "ops_partner" in refused.value.message.en


def test_evidence_may_be_as_long_as_the_limit() -> None:
    rated = rate(draft(), Rating("con_pm", Level(4), "記" * EVIDENCE_LIMIT))
    assert len(rated.ratings["con_pm"].evidence) == EVIDENCE_LIMIT


def test_evidence_beyond_the_limit_is_refused_with_both_figures() -> None:
    with pytest.raises(EvidenceTooLong) as refused:
        rate(draft(), Rating("con_pm", Level(4), "記" * (EVIDENCE_LIMIT + 1)))
    assert "4000" in refused.value.message.ja
    assert "4001" in refused.value.message.ja


def test_unanswered_skills_are_named_in_table_order() -> None:
    assert draft({"con_pm": 0}).unanswered == ("rel_trust", "kn_it")
    with pytest.raises(RatingsMissing) as refused:
        submit(draft({"con_pm": 0}))
    assert refused.value.skill_ids == ("rel_trust", "kn_it")
    assert refused.value.message.en.startswith("2 skills")


@pytest.mark.parametrize("answer", [0, NOT_APPLICABLE, NOT_OBSERVED])
def test_level_0_and_both_exemptions_are_answers(answer: int | Exemption) -> None:
    complete = assessment(PROFILE, dict.fromkeys(COMPLETE, answer), state=AssessmentState.DRAFT)
    assert submit(complete).is_submitted


@pytest.mark.parametrize("evidence", ["", " \n", "　"])
@pytest.mark.parametrize("level", [4, 5])
def test_level_4_or_5_is_not_handed_in_without_evidence(level: int, evidence: str) -> None:
    bold = rate(draft(COMPLETE), Rating("con_pm", Level(level), evidence))
    with pytest.raises(EvidenceMissing) as refused:
        submit(bold)
    assert refused.value.skill_ids == bold.without_evidence == ("con_pm",)


def test_level_4_with_evidence_and_level_3_without_are_handed_in() -> None:
    backed = rate(draft(COMPLETE), Rating("con_pm", Level(4), "3月の移行を期限内に終えた"))
    assert submit(backed).is_submitted


def test_a_draft_may_hold_level_5_without_evidence() -> None:
    assert rate(draft(), Rating("con_pm", Level(5))).ratings["con_pm"].needs_evidence


def test_missing_answers_are_named_before_missing_evidence() -> None:
    with pytest.raises(RatingsMissing):
        submit(draft({"con_pm": 5}))


def test_handing_in_changes_nothing_but_the_state() -> None:
    before = draft(COMPLETE)
    assert replace(submit(before), state=before.state) == before
