"""The panel's rule: the vector of the specification, its borders, and what holds of any panel."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.interview_kits import InterviewKit
from assessments.interviews import (
    AnotherKit,
    Ground,
    PanelOutcome,
    PanelSize,
    PanelVerdict,
    RaterTwice,
    outcome_of,
)
from assessments.rubrics import NOT_OBSERVED, SCORES, Observation, Score
from assessments.scorecards import Mark, Scorecard, revised, submitted
from tests.assessments.builders import interviews, kit

KIT = kit("all_rounder")
RULE = interviews().process.rule
UNSEEN = 0
"""Stands for "not observed" in a row of scores."""


def observed(number: int) -> Observation:
    return Score(number) if number else NOT_OBSERVED


def card(rater: str, row: Sequence[int], of: InterviewKit = KIT) -> Scorecard:
    """A scorecard with these scores in the order of the kit."""
    marks = [
        Mark(skill_id, observed(number), "said what was done")
        for skill_id, number in zip(of.skill_ids, row, strict=True)
    ]
    return submitted(rater, marks, of.skill_ids)


def panel(*rows: Sequence[int], of: InterviewKit = KIT) -> PanelOutcome:
    """The outcome of raters with these scores, one row a rater."""
    return outcome_of(of, [card(f"rater {n}", row, of) for n, row in enumerate(rows)], RULE)


def grounds(outcome: PanelOutcome) -> list[tuple[Ground, str]]:
    return [
        (each.ground, each.competency.skill.id if each.competency else "")
        for each in outcome.findings
    ]


def test_the_vector_of_the_specification() -> None:
    outcome = panel((4, 3, 4, 3, 5, 4), (4, 4, 3, 3, 4, 4), (3, 3, 2, 3, 4, 5))
    assert [each.median for each in outcome.heard] == [4, 3, 3, 3, 4, 4]
    assert outcome.overall == Fraction("3.5")
    assert [each.competency.skill.id for each in outcome.to_discuss] == ["con_issue"]
    assert outcome.to_discuss[0].spread == 2
    assert (outcome.verdict, outcome.findings) == (PanelVerdict.RECOMMEND, ())


def test_the_thresholds_are_the_printed_ones() -> None:
    assert (RULE.fewest_raters, RULE.most_raters, RULE.wide_from) == (2, 4, 2)
    assert RULE.not_recommended_below == RULE.must_have_below == 3
    assert RULE.hold_below == Fraction("3.3")
    assert RULE.sample_passes_from == 3


@pytest.mark.parametrize(
    ("row", "verdict", "why"),
    [
        ((3, 3, 3, 3, 3, 3), PanelVerdict.HOLD, [(Ground.OVERALL_BETWEEN, "")]),
        ((3, 2, 3, 3, 3, 3), PanelVerdict.NOT_RECOMMENDED, [(Ground.OVERALL_LOW, "")]),
        ((4, 4, 3, 3, 3, 3), PanelVerdict.RECOMMEND, []),
        (
            (2, 5, 5, 5, 5, 5),
            PanelVerdict.NOT_RECOMMENDED,
            [(Ground.MUST_HAVE_LOW, "rel_listening")],
        ),
        ((5, 2, 5, 5, 5, 5), PanelVerdict.RECOMMEND, []),
        (
            (UNSEEN, 5, 5, 5, 5, 5),
            PanelVerdict.HOLD,
            [(Ground.MUST_HAVE_UNSEEN, "rel_listening")],
        ),
        ((5, UNSEEN, UNSEEN, UNSEEN, 5, UNSEEN), PanelVerdict.RECOMMEND, []),
    ],
)
def test_the_first_rule_that_matches_decides_and_says_why(
    row: Sequence[int], verdict: PanelVerdict, why: list[tuple[Ground, str]]
) -> None:
    outcome = panel(row, row)
    assert (outcome.verdict, grounds(outcome)) == (verdict, why)


def test_an_open_spread_holds_only_where_it_is_about_a_must_have() -> None:
    disputed = panel((5, 4, 4, 4, 4, 4), (3, 4, 4, 4, 4, 4))
    assert grounds(disputed) == [(Ground.MUST_HAVE_DISPUTED, "rel_listening")]
    assert disputed.verdict is PanelVerdict.HOLD
    assert panel((4, 5, 4, 4, 4, 4), (4, 3, 4, 4, 4, 4)).verdict is PanelVerdict.RECOMMEND


def test_every_ground_of_a_verdict_is_named() -> None:
    both = panel((2, 1, 1, 1, 2, 1), (2, 1, 1, 1, 2, 1))
    assert grounds(both) == [
        (Ground.OVERALL_LOW, ""),
        (Ground.MUST_HAVE_LOW, "rel_listening"),
        (Ground.MUST_HAVE_LOW, "mind_humble"),
    ]


def test_what_nobody_observed_leaves_the_mean_and_is_never_a_low_score() -> None:
    outcome = panel((4, 4, UNSEEN, 4, 4, 4), (4, 4, UNSEEN, 4, 4, 4))
    assert outcome.overall == 4
    assert outcome.heard[2].median is None


def test_one_rater_who_saw_nothing_leaves_the_scores_of_the_others() -> None:
    outcome = panel((UNSEEN, 4, 4, 4, 4, 4), (3, 4, 4, 4, 4, 4), (4, 4, 4, 4, 4, 4))
    assert (outcome.heard[0].median, outcome.heard[0].spread) == (Fraction(7, 2), 1)


def test_nobody_observed_anything_is_a_hold_without_a_number() -> None:
    nothing = panel((UNSEEN,) * 6, (UNSEEN,) * 6)
    assert (nothing.overall, nothing.verdict) == (None, PanelVerdict.HOLD)
    assert grounds(nothing)[0] == (Ground.NOTHING_OBSERVED, "")


def test_a_revision_counts_and_the_first_score_stays_beside_it() -> None:
    first, second = card("a", (5, 4, 4, 4, 4, 4)), card("b", (3, 4, 4, 4, 4, 4))
    before = outcome_of(KIT, [first, second], RULE)
    settled = revised(second, "rel_listening", Score(4), "the notes on the second call")
    after = outcome_of(KIT, [first, settled], RULE)
    assert before.verdict is PanelVerdict.HOLD
    assert after.verdict is PanelVerdict.RECOMMEND
    heard = after.heard[0]
    assert (heard.first, heard.final) == ((5, 3), (5, 4))
    assert (heard.first_spread, heard.spread) == (2, 1)


def test_the_widest_spread_is_discussed_first() -> None:
    outcome = panel((5, 5, 4, 4, 5, 4), (3, 1, 4, 4, 3, 4))
    found = [each.competency.skill.id for each in outcome.to_discuss]
    assert found == ["rel_involve", "rel_listening", "mind_humble"]


@pytest.mark.parametrize("raters", [0, 1, 5])
def test_a_panel_of_any_other_size_is_refused(raters: int) -> None:
    with pytest.raises(PanelSize, match=f"2 to 4 raters .now {raters}."):
        panel(*[(3,) * 6] * raters)


def test_nobody_hands_in_twice_and_every_card_is_of_this_kit() -> None:
    twice = [card("a", (3,) * 6), card("a", (4,) * 6)]
    with pytest.raises(RaterTwice, match="two scorecards of a"):
        outcome_of(KIT, twice, RULE)
    other = card("b", (3,) * 6, kit("leader"))
    with pytest.raises(AnotherKit, match="scorecard of b"):
        outcome_of(KIT, [card("a", (3,) * 6), other], RULE)


ROWS = st.lists(st.tuples(*[st.sampled_from((0, *SCORES))] * 6), min_size=2, max_size=4)


@given(ROWS)
def test_the_order_of_the_raters_changes_nothing(rows: list[tuple[int, ...]]) -> None:
    here, there = panel(*rows), panel(*reversed(rows))
    assert (here.overall, here.verdict) == (there.overall, there.verdict)
    assert grounds(here) == grounds(there)


@given(ROWS, st.integers(0, 3), st.integers(0, 5))
def test_a_better_score_never_makes_the_medians_worse(
    rows: list[tuple[int, ...]], rater: int, place: int
) -> None:
    row = rows[rater % len(rows)]
    if not 0 < row[place] < 5:
        return
    better = (*row[:place], row[place] + 1, *row[place + 1 :])
    raised = [better if each is row else each for each in rows]
    here, there = panel(*rows).overall, panel(*raised).overall
    assert here is not None
    assert there is not None
    assert there >= here


@given(ROWS)
def test_a_verdict_other_than_recommend_always_has_a_ground(rows: list[tuple[int, ...]]) -> None:
    outcome = panel(*rows)
    assert bool(outcome.findings) is (outcome.verdict is not PanelVerdict.RECOMMEND)


def test_outcomes_cannot_be_put_in_an_order() -> None:
    here, there = panel((3,) * 6, (3,) * 6), panel((5,) * 6, (5,) * 6)
    for first, second in ((here, there), (here.verdict, there.verdict)):
        with pytest.raises(TypeError, match="not supported"):
            sorted([first, second])  # type: ignore[type-var]


def test_thresholds_are_data_and_another_rule_decides_otherwise() -> None:
    strict = replace(RULE, hold_below=Fraction("4.5"))
    cards = [card("a", (4,) * 6), card("b", (4,) * 6)]
    assert outcome_of(KIT, cards, RULE).verdict is PanelVerdict.RECOMMEND
    assert outcome_of(KIT, cards, strict).verdict is PanelVerdict.HOLD
