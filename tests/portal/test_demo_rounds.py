"""How the rounds of the demo organisation stand."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import pytest

from assessments.growth import growth_of
from assessments.levels import Level
from assessments.ratings import AssessmentState, Exemption, Relation
from assessments.results import Result, result_of
from portal.demo import cast
from portal.persistence import lines
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord
from tests.demo_facts import NOW, TODAY, history, the

pytest_plugins = ["tests.demo_portal"]


def states(record: RoundRecord) -> tuple[AssessmentState | None, ...]:
    seen = record.round
    return tuple(side.state if side else None for side in (seen.by_self, seen.by_manager))


def results(email: str) -> list[Result]:
    return [result_of(record.round) for record in history(email)]


def bias(record: RoundRecord) -> Fraction:
    apart = [by_self - by_manager for by_self, by_manager in result_of(record.round).pairs]
    return Fraction(sum(apart), len(apart))


def is_high(answer: object) -> bool:
    return isinstance(answer, Level) and answer >= Level.ADVANCED


def test_the_third_round_stands_at_every_point_it_can(demo_rounds: Sequence[RoundRecord]) -> None:
    draft, submitted = AssessmentState.DRAFT, AssessmentState.SUBMITTED
    assert {states(record) for record in demo_rounds if not record.round.is_finalised} == {
        (draft, None),
        (submitted, None),
        (AssessmentState.RETURNED, None),
        (None, submitted),
        (draft, submitted),
        (submitted, draft),
        (submitted, submitted),
    }


@pytest.mark.usefixtures("demo_portal")
def test_the_csm_has_grown_and_is_half_way_through_the_third_round() -> None:
    first, second, third = history(cast.CSM)
    growth = growth_of(result_of(second.round), result_of(first.round))
    assert growth.fit is not None
    assert growth.fit > Fraction(1, 10)
    assert growth.down == ()
    assert third.round.by_self is not None
    assert len(third.round.by_self.unanswered) == 15


def test_rounds_lie_half_a_year_apart(demo_rounds: Sequence[RoundRecord]) -> None:
    first, second, third = sorted({record.started_on for record in demo_rounds})
    assert (TODAY - first).days in range(395, 405)
    assert (TODAY - second).days in range(210, 220)
    assert (TODAY - third).days in range(12, 19)


def test_everything_happened_before_the_day_of_loading(
    demo_rounds: Sequence[RoundRecord],
) -> None:
    for record in demo_rounds:
        assert (record.finalised_at or NOW) <= NOW
        for each in record.every_record:
            assert each.started_at < (each.submitted_at or NOW) <= NOW


def test_one_rates_himself_too_high_and_one_herself_too_low(
    demo_rounds: Sequence[RoundRecord],
) -> None:
    over, under = the(cast.OVER_RATER).id, the(cast.UNDER_RATER).id
    for record in demo_rounds:
        if not record.round.is_revealed:
            continue
        if record.subject_id == over:
            assert bias(record) > Fraction(1, 2)
        elif record.subject_id == under:
            assert bias(record) < Fraction(-1, 2)
        else:
            assert abs(bias(record)) < Fraction(1, 4)


@pytest.mark.usefixtures("demo_portal")
def test_a_joiner_starts_low_and_rises() -> None:
    second, third = results(cast.JOINER)
    assert second.fit is not None
    assert third.fit is not None
    assert second.fit < Fraction(1, 2) < third.fit


@pytest.mark.usefixtures("demo_portal")
def test_a_newcomer_has_not_been_observed_enough_for_a_fit() -> None:
    (only,) = results(cast.NEWCOMER)
    assert only.fit is None
    assert Exemption.NOT_OBSERVED in {line.manager_answer for line in only.skills}


@pytest.mark.usefixtures("demo_portal")
def test_skills_that_are_no_part_of_the_job_leave_a_fit() -> None:
    for result in results(cast.WITH_NOT_APPLICABLE)[:2]:
        answers = [line.answer for line in result.skills]
        assert answers.count(Exemption.NOT_APPLICABLE) == 5
        assert result.fit is not None


@pytest.mark.usefixtures("demo_portal")
def test_who_changed_type_was_rated_on_two_maps() -> None:
    types = [result.profile.type.id for result in results(cast.CHANGED_TYPE)]
    assert types == ["tech_support", "onboarding"]


def test_everybody_was_rated_by_the_manager_of_the_time(
    demo_rounds: Sequence[RoundRecord],
) -> None:
    for record in demo_rounds:
        chain = lines.managers_of([record.subject_id], record.started_on)[record.subject_id]
        raters = {Relation.SELF: record.subject_id, Relation.MANAGER: chain[0]}
        assert all(each.rater_id == raters[each.relation] for each in record.every_record)


def test_nobody_falls_from_a_high_level_without_a_word(demo_people: Sequence[Person]) -> None:
    """Levels are drawn up to 3: what was agreed above has to be written about again."""
    for person in demo_people:
        records = history(person.email)
        for before, after in pairwise(records):
            high = {key for key, agreed in before.round.agreed.items() if is_high(agreed.answer)}
            for each in after.every_record:
                for skill_id in high & each.assessment.ratings.keys():
                    rating = each.assessment.ratings[skill_id]
                    assert is_high(rating.answer) or rating.evidence, (person.name, skill_id)
