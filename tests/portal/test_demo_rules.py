"""The demo organisation obeys every rule that users have to obey."""

from collections.abc import Sequence
from dataclasses import replace

from assessments.agreement import WIDE_FROM
from assessments.ratings import EVIDENCE_LIMIT, Assessment, AssessmentState, rate, submit
from assessments.results import result_of
from assessments.rounds import Round, RoundState
from assessments.settling import agree, finalise
from portal.persistence.round_records import RoundRecord

pytest_plugins = ["tests.demo_portal"]


def handed_in(assessment: Assessment | None) -> Assessment:
    """The same ratings, given and submitted once more."""
    assert assessment is not None
    again = replace(assessment, state=AssessmentState.DRAFT, ratings={})
    for rating in assessment.ratings.values():
        again = rate(again, rating)
    return submit(again)


def test_every_assessment_handed_in_could_be_handed_in_again(
    demo_rounds: Sequence[RoundRecord],
) -> None:
    written = [each.assessment for record in demo_rounds for each in record.every_record]
    submitted = [each for each in written if each.is_submitted]
    assert len(submitted) > 90
    assert all(handed_in(each).ratings == each.ratings for each in submitted)


def test_every_settled_round_settles_again_to_the_same(demo_rounds: Sequence[RoundRecord]) -> None:
    settled = [record.round for record in demo_rounds if record.round.is_finalised]
    assert len(settled) == 43
    for each in settled:
        sides = handed_in(each.by_self), handed_in(each.by_manager)
        again = Round(each.profile, RoundState.OPEN, *sides, {})
        for skill_id in again.to_agree:
            again = agree(again, each.agreed[skill_id])
        assert finalise(again).agreed == each.agreed


def test_wide_differences_carry_the_evidence_of_both(demo_rounds: Sequence[RoundRecord]) -> None:
    lines = [line for record in demo_rounds for line in result_of(record.round).skills]
    wide = [line for line in lines if abs(line.difference or 0) >= WIDE_FROM]
    assert len(wide) >= 10
    for line in wide:
        assert line.by_self
        assert line.by_self.evidence
        assert line.by_manager
        assert line.by_manager.evidence


def test_no_evidence_is_longer_than_the_portal_takes(demo_rounds: Sequence[RoundRecord]) -> None:
    for record in demo_rounds:
        for each in record.every_record:
            for rating in each.assessment.ratings.values():
                assert len(rating.evidence) <= EVIDENCE_LIMIT
