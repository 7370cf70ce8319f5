"""Results: whose word counts, what it adds up to, and what is shown."""

from dataclasses import replace
from fractions import Fraction

import pytest

from assessments.agreement import Spread
from assessments.ratings import AssessmentState, Exemption
from assessments.results import Result, category_fits, result_of
from assessments.rounds import Round
from assessments.scoring import FitBand
from assessments.skill_results import SkillResult, Source
from tests.assessments.builders import (
    NOT_APPLICABLE,
    NOT_OBSERVED,
    at_target,
    profile,
    result,
    round_of,
    small_profile,
)

PROFILE = small_profile({"rel_trust": (4, 50), "con_pm": (3, 30), "kn_it": (2, 20)})
Value = int | Exemption | None


def one_skill(by_self: Value, by_manager: Value, agreed: Value = None) -> SkillResult:
    self_side, manager_side, settled = (
        {} if value is None else {"con_pm": value} for value in (by_self, by_manager, agreed)
    )
    found = result_of(round_of(PROFILE, self_side, manager_side, settled)).of("con_pm")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("by_self", "by_manager", "agreed", "level", "source"),
    [
        (4, 2, 3, 3, Source.AGREED),
        (4, 2, 0, 0, Source.AGREED),
        (4, 2, None, 2, Source.MANAGER),
        (4, 0, None, 0, Source.MANAGER),
        (4, None, None, 4, Source.SELF),
        (4, NOT_OBSERVED, None, 4, Source.SELF),
        (None, None, None, None, None),
        (NOT_APPLICABLE, None, None, None, None),
        (NOT_OBSERVED, NOT_APPLICABLE, None, None, None),
        (4, 2, NOT_APPLICABLE, None, Source.AGREED),
    ],
)
def test_the_agreed_answer_counts_then_the_managers_level_then_ones_own(
    by_self: Value, by_manager: Value, agreed: Value, level: int | None, source: Source | None
) -> None:
    seen = one_skill(by_self, by_manager, agreed)
    assert (seen.level, seen.source) == (level, source)


@pytest.mark.parametrize(
    ("by_self", "by_manager", "agreed", "answer"),
    [
        (4, 2, NOT_APPLICABLE, NOT_APPLICABLE),
        (NOT_OBSERVED, NOT_APPLICABLE, None, NOT_APPLICABLE),
        (NOT_OBSERVED, None, None, NOT_OBSERVED),
        (None, None, None, None),
    ],
)
def test_without_a_level_the_result_says_why(
    by_self: Value, by_manager: Value, agreed: Value, answer: Exemption | None
) -> None:
    seen = one_skill(by_self, by_manager, agreed)
    assert seen.answer is answer
    assert (seen.level, seen.gap, seen.priority) == (None, None, None)


def test_a_skill_shows_target_gap_priority_and_difference() -> None:
    seen = one_skill(by_self=3, by_manager=1)
    assert (seen.target, seen.level, seen.gap, seen.priority) == (3, 1, 2, 60)
    assert (seen.difference, seen.spread) == (2, Spread.WIDE)


@pytest.mark.parametrize("state", [AssessmentState.DRAFT, AssessmentState.RETURNED])
def test_what_has_not_been_handed_in_is_not_a_rating(state: AssessmentState) -> None:
    handed_in = round_of(PROFILE, by_manager={"con_pm": 3})
    assert handed_in.by_manager is not None
    open_again = replace(handed_in, by_manager=replace(handed_in.by_manager, state=state))
    assert result_of(open_again).coverage == 0


def test_an_empty_round_has_a_line_for_every_skill_and_no_fit() -> None:
    seen = result_of(round_of(PROFILE))
    assert [each.skill.id for each in seen.skills] == ["rel_trust", "con_pm", "kn_it"]
    assert seen.coverage == 0
    assert (seen.fit, seen.fit_band, seen.pairs) == (None, None, ())
    assert not seen.gaps
    assert not seen.strengths


def test_a_skill_that_the_map_does_not_ask_for_is_not_in_the_result() -> None:
    seen = result(PROFILE, {"con_pm": 3, "ops_partner": 5})
    assert seen.of("ops_partner") is None
    assert seen.coverage == Fraction(30, 100)


@pytest.mark.parametrize(
    ("answers", "fit"),
    [
        ({"rel_trust": 4, "con_pm": 3}, Fraction(1)),
        ({"rel_trust": 4, "con_pm": 3, "kn_it": NOT_OBSERVED}, Fraction(1)),
        ({"rel_trust": 4, "kn_it": 2}, None),
    ],
)
def test_fit_is_shown_from_80_percent_coverage_on(
    answers: dict[str, int | Exemption], fit: Fraction | None
) -> None:
    assert result(PROFILE, answers).fit == fit


def test_the_word_for_the_fit_comes_with_it() -> None:
    assert result(PROFILE, at_target(PROFILE)).fit_band is FitBand.AT_TARGET
    assert result(PROFILE, {"rel_trust": 0, "con_pm": 3, "kn_it": 2}).fit_band is FitBand.GROWING


def test_a_category_has_its_own_fit_and_coverage() -> None:
    seen = result(PROFILE, {"rel_trust": 3, "con_pm": NOT_APPLICABLE, "kn_it": 2})
    assert [(each.category.id, each.fit, each.coverage) for each in seen.categories] == [
        ("rel", Fraction(3, 4), Fraction(1)),
        ("con", None, Fraction(0)),
        ("kn", Fraction(1), Fraction(1)),
    ]


def test_one_side_alone_has_category_fits_for_the_radar() -> None:
    seen = result_of(round_of(PROFILE, {"rel_trust": 4, "con_pm": NOT_OBSERVED}, {"rel_trust": 2}))
    by_self = category_fits(seen, (each.self_answer for each in seen.skills))
    by_manager = category_fits(seen, (each.manager_answer for each in seen.skills))
    assert by_self == (Fraction(1), None, None)
    assert by_manager == (Fraction(1, 2), None, None)


def test_a_category_of_a_finished_result_scores_as_its_side_does() -> None:
    seen = result(profile("growth"), at_target(profile("growth"), {"rel_trust": 1}))
    sides = category_fits(seen, (each.answer for each in seen.skills))
    assert sides == tuple(each.fit for each in seen.categories)


def test_a_strength_is_at_target_and_at_least_at_level_3() -> None:
    seen = result(PROFILE, {"rel_trust": 3, "con_pm": 3, "kn_it": 2})
    assert [each.skill.id for each in seen.strengths] == ["con_pm"]
    over = result(PROFILE, {"rel_trust": 4, "con_pm": 3, "kn_it": 3})
    assert [each.skill.id for each in over.strengths] == ["rel_trust", "con_pm", "kn_it"]


def test_strengths_are_sorted_by_level_then_by_weight() -> None:
    seen = result(PROFILE, {"rel_trust": 4, "con_pm": 5, "kn_it": 4})
    assert [each.skill.id for each in seen.strengths] == ["con_pm", "rel_trust", "kn_it"]


def both(by_self: int, by_manager: int) -> Round:
    asked = profile("growth")
    skill_ids = list(asked.map.by_skill)[:5]
    return round_of(asked, dict.fromkeys(skill_ids, by_self), dict.fromkeys(skill_ids, by_manager))


def test_skills_that_both_gave_a_level_are_pairs() -> None:
    assert result_of(both(by_self=4, by_manager=3)).pairs == ((4, 3),) * 5


def test_a_manager_alone_gives_no_pair() -> None:
    assert result(PROFILE, at_target(PROFILE)).pairs == ()


def test_skills_can_be_picked_by_how_far_the_sides_lie_apart() -> None:
    seen: Result = result_of(
        round_of(
            PROFILE,
            {"rel_trust": 4, "con_pm": 3, "kn_it": 2},
            {"rel_trust": 2, "con_pm": 2, "kn_it": 2},
        )
    )
    ids = [each.skill.id for each in seen.with_spread(Spread.WIDE, Spread.NEAR)]
    assert ids == ["rel_trust", "con_pm"]
