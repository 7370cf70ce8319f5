"""Rounds: blind until both have handed in, then agreed, then settled for good."""

from dataclasses import replace
from itertools import product

import pytest

from assessments.levels import Level
from assessments.ratings import Assessment, AssessmentState, Exemption, Relation, SkillNotInMap
from assessments.rounds import AgreedLevel, Round, RoundState, as_seen_by
from assessments.settling import (
    REASON_LIMIT,
    AgreementMissing,
    AlreadyRevealed,
    NotHandedIn,
    NotObservedIsNoAgreement,
    NotYetRevealed,
    ReasonMissing,
    ReasonTooLong,
    RoundFinalised,
    agree,
    finalise,
    hand_back,
    take_back,
)
from tests.assessments.builders import (
    NOT_APPLICABLE,
    NOT_OBSERVED,
    assessment,
    round_of,
    small_profile,
)

PROFILE = small_profile({"rel_trust": (4, 50), "con_pm": (3, 30), "kn_it": (2, 20)})
SELF = {"rel_trust": 4, "con_pm": 3, "kn_it": 2}
MANAGER = {"rel_trust": 2, "con_pm": 2, "kn_it": 2}
HANDED_IN = (AssessmentState.SUBMITTED, AssessmentState.FINALISED)

REVEALED = round_of(PROFILE, SELF, MANAGER)
"""Wide apart on trust, near on project management, equal on IT."""


def side(relation: Relation, state: AssessmentState | None) -> Assessment | None:
    answers = SELF if relation is Relation.SELF else MANAGER
    return None if state is None else assessment(PROFILE, answers, relation, state)


def in_states(self_state: AssessmentState | None, manager_state: AssessmentState | None) -> Round:
    sides = side(Relation.SELF, self_state), side(Relation.MANAGER, manager_state)
    return Round(PROFILE, RoundState.OPEN, *sides, {})


def level(skill_id: str, value: int | Exemption, reason: str = "") -> AgreedLevel:
    answer = value if isinstance(value, Exemption) else Level(value)
    return AgreedLevel(skill_id, answer, reason)


EVERY_PAIR = list(product([None, *AssessmentState], repeat=2))


@pytest.mark.parametrize(("self_state", "manager_state"), EVERY_PAIR)
def test_the_other_side_is_seen_only_when_both_have_handed_in(
    self_state: AssessmentState | None, manager_state: AssessmentState | None
) -> None:
    whole = in_states(self_state, manager_state)
    both = self_state in HANDED_IN and manager_state in HANDED_IN
    assert whole.is_revealed is both
    assert as_seen_by(whole, Relation.SELF).by_manager == (whole.by_manager if both else None)
    assert as_seen_by(whole, Relation.MANAGER).by_self == (whole.by_self if both else None)


@pytest.mark.parametrize(("self_state", "manager_state"), EVERY_PAIR)
def test_one_always_sees_what_one_wrote_oneself(
    self_state: AssessmentState | None, manager_state: AssessmentState | None
) -> None:
    whole = in_states(self_state, manager_state)
    assert as_seen_by(whole, Relation.SELF).by_self == whole.by_self
    assert as_seen_by(whole, Relation.MANAGER).by_manager == whole.by_manager


def test_a_settled_round_is_open_to_both_even_when_one_side_is_missing() -> None:
    imported = round_of(PROFILE, by_manager=MANAGER, state=RoundState.FINALISED)
    assert as_seen_by(imported, Relation.SELF) == imported


@pytest.mark.parametrize(
    ("self_state", "manager_state"),
    [pair for pair in EVERY_PAIR if not set(pair) <= set(HANDED_IN)],
)
def test_nothing_is_agreed_or_settled_before_both_have_handed_in(
    self_state: AssessmentState | None, manager_state: AssessmentState | None
) -> None:
    early = in_states(self_state, manager_state)
    with pytest.raises(NotYetRevealed):
        agree(early, level("con_pm", 3))
    with pytest.raises(NotYetRevealed):
        finalise(early)


def test_what_differs_is_to_be_agreed_in_table_order() -> None:
    assert REVEALED.to_agree == ("rel_trust", "con_pm")


def test_a_near_difference_is_agreed_without_a_reason() -> None:
    agreed = agree(REVEALED, level("con_pm", 3))
    assert agreed.agreed["con_pm"].answer == 3
    assert agreed.to_agree == ("rel_trust",)
    assert REVEALED.agreed == {}


def test_a_wide_difference_is_agreed_with_a_reason_only() -> None:
    with pytest.raises(ReasonMissing):
        agree(REVEALED, level("rel_trust", 2, " "))
    agreed = agree(REVEALED, level("rel_trust", 3, "障害時の対応を二人で振り返った"))
    assert agreed.agreed["rel_trust"].reason == "障害時の対応を二人で振り返った"


def test_an_answer_that_nobody_gave_needs_a_reason() -> None:
    with pytest.raises(ReasonMissing):
        agree(REVEALED, level("kn_it", 3))


def test_an_agreed_level_can_be_changed_until_the_round_is_settled() -> None:
    twice = agree(agree(REVEALED, level("con_pm", 3)), level("con_pm", 2))
    assert twice.agreed["con_pm"].answer == 2


def test_a_reason_has_a_longest_length() -> None:
    fits = agree(REVEALED, level("rel_trust", 3, "理" * REASON_LIMIT))
    assert len(fits.agreed["rel_trust"].reason) == REASON_LIMIT
    with pytest.raises(ReasonTooLong):
        agree(REVEALED, level("rel_trust", 3, "理" * (REASON_LIMIT + 1)))


def test_a_skill_outside_the_map_is_not_agreed() -> None:
    with pytest.raises(SkillNotInMap):
        agree(REVEALED, level("ops_partner", 3))


def test_not_applicable_can_be_agreed_but_not_observed_cannot() -> None:
    assert agree(REVEALED, level("kn_it", NOT_APPLICABLE, "担当から外れた")).agreed
    with pytest.raises(NotObservedIsNoAgreement):
        agree(REVEALED, level("kn_it", NOT_OBSERVED, "誰も見ていない"))


def settled() -> Round:
    agreed = agree(REVEALED, level("rel_trust", 3, "根拠を突き合わせた"))
    return finalise(agree(agreed, level("con_pm", 2)))


def test_a_round_is_not_settled_while_levels_differ() -> None:
    with pytest.raises(AgreementMissing) as refused:
        finalise(REVEALED)
    assert refused.value.skill_ids == ("rel_trust", "con_pm")


def test_settling_takes_equal_levels_as_agreed() -> None:
    assert settled().is_finalised
    assert {key: each.answer for key, each in settled().agreed.items()} == {
        "rel_trust": 3,
        "con_pm": 2,
        "kn_it": 2,
    }


def test_settling_keeps_an_agreed_level_where_both_were_equal() -> None:
    corrected = agree(REVEALED, level("kn_it", 3, "監査の後で見直した"))
    corrected = agree(corrected, level("con_pm", 2))
    corrected = agree(corrected, level("rel_trust", 3, "根拠を突き合わせた"))
    assert finalise(corrected).agreed["kn_it"].answer == 3


@pytest.mark.parametrize("exemption", Exemption)
def test_a_skill_that_both_exempt_needs_no_agreement_and_gets_no_level(
    exemption: Exemption,
) -> None:
    exempt = dict.fromkeys(SELF, exemption)
    assert finalise(round_of(PROFILE, exempt, exempt)).agreed == {}


def test_different_exemptions_are_still_to_be_agreed() -> None:
    pair = round_of(
        PROFILE, {**MANAGER, "kn_it": NOT_APPLICABLE}, {**MANAGER, "kn_it": NOT_OBSERVED}
    )
    assert pair.to_agree == ("kn_it",)


def test_a_settled_round_never_changes() -> None:
    with pytest.raises(RoundFinalised):
        agree(settled(), level("con_pm", 3))
    with pytest.raises(RoundFinalised):
        finalise(settled())


def test_settling_closes_both_assessments_and_leaves_their_ratings() -> None:
    for relation in Relation:
        before, after = REVEALED.side(relation), settled().side(relation)
        assert before
        assert after
        assert after == replace(before, state=AssessmentState.FINALISED)


def test_an_assessment_nobody_has_seen_can_be_taken_back_once_or_twice() -> None:
    alone = replace(REVEALED, by_manager=None)
    taken = take_back(alone, Relation.SELF)
    assert taken.by_self
    assert taken.by_self.state is AssessmentState.DRAFT
    assert take_back(taken, Relation.SELF) == taken


def test_a_self_assessment_nobody_has_seen_can_be_handed_back() -> None:
    returned = hand_back(replace(REVEALED, by_manager=None)).by_self
    assert returned
    assert returned.state is AssessmentState.RETURNED
    assert returned.is_open


def test_what_both_have_seen_is_neither_taken_nor_handed_back() -> None:
    with pytest.raises(AlreadyRevealed):
        take_back(REVEALED, Relation.MANAGER)
    with pytest.raises(AlreadyRevealed):
        hand_back(REVEALED)


def test_a_draft_cannot_be_handed_back() -> None:
    taken = take_back(replace(REVEALED, by_manager=None), Relation.SELF)
    with pytest.raises(NotHandedIn):
        hand_back(taken)
    with pytest.raises(NotHandedIn):
        hand_back(replace(REVEALED, by_self=None, by_manager=None))
