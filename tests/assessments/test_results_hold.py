"""What is true of every result, whatever the type, band, duties and answers."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.profiles import Profile
from assessments.ratings import Exemption
from assessments.results import Result, result_of
from assessments.scoring import COVERAGE_FOR_FIT, fit_of
from assessments.what_if import what_if
from tests.assessments.builders import Answers, at_target, library, result, round_of
from tests.assessments.strategies import answers_to, profiles, results


@given(results())
def test_fit_stays_in_range_and_is_shown_exactly_with_enough_coverage(seen: Result) -> None:
    assert 0 <= seen.coverage <= 1
    assert (seen.fit is not None) == (seen.coverage >= COVERAGE_FOR_FIT)
    assert seen.fit is None or 0 <= seen.fit <= 1
    assert all(each.fit is None or 0 <= each.fit <= 1 for each in seen.categories)


@given(results())
def test_exempting_a_skill_is_the_same_as_leaving_it_out(seen: Result) -> None:
    answers = {each.skill.id: each.answer for each in seen.skills if each.level is not None}
    left_out = result(
        seen.profile, {key: each for key, each in answers.items() if each is not None}
    )
    assert (left_out.fit, left_out.coverage) == (seen.fit, seen.coverage)
    assert left_out.gaps == seen.gaps
    assert left_out.categories == seen.categories


@given(profiles, st.data())
def test_an_exemption_never_counts_as_level_0(asked: Profile, data: st.DataObject) -> None:
    exempt = data.draw(st.sampled_from([*asked.map.by_skill]))
    why = data.draw(st.sampled_from(Exemption))
    seen = result(asked, at_target(asked, {exempt: why}))
    assert fit_of(seen.rated) == 1
    assert seen.gaps == ()


@given(results(), st.data())
def test_the_order_of_answering_does_not_matter(seen: Result, data: st.DataObject) -> None:
    answers = {each.skill.id: each.answer for each in seen.skills if each.answer is not None}
    shuffled = data.draw(st.permutations(list(answers.items())))
    assert result(seen.profile, dict(shuffled)) == seen


@given(results())
def test_the_categories_add_up_to_the_whole(seen: Result) -> None:
    weights = {
        each.id: sum(need.weight for need in seen.profile.map.in_category(each))
        for each in seen.profile.map.categories
    }
    covered = sum(each.coverage * weights[each.category.id] for each in seen.categories)
    assert covered == seen.coverage * 100
    reached = sum(
        (each.fit or 0) * each.coverage * weights[each.category.id] for each in seen.categories
    )
    assert reached == (fit_of(seen.rated) or 0) * covered


@given(
    profiles.flatmap(lambda asked: st.tuples(st.just(asked), answers_to(asked), answers_to(asked)))
)
def test_a_self_rating_never_overrides_the_managers_level(
    drawn: tuple[Profile, Answers, Answers],
) -> None:
    asked, by_self, by_manager = drawn
    together = result_of(round_of(asked, by_self, by_manager))
    for each in together.skills:
        if each.by_manager and each.by_manager.level is not None:
            assert each.level == each.by_manager.level


@given(results())
def test_gaps_and_strengths_never_name_the_same_skill(seen: Result) -> None:
    short = {gap.requirement.skill.id for gap in seen.gaps}
    assert short.isdisjoint(each.skill.id for each in seen.strengths)
    assert [gap.priority for gap in seen.gaps] == sorted(
        (each.priority for each in seen.skills if each.priority), reverse=True
    )


@given(results())
def test_ones_own_map_seen_as_another_type_says_the_same(seen: Result) -> None:
    (same,) = what_if(seen, [seen.profile.map])
    assert (same.fit, same.coverage) == (seen.fit, seen.coverage)


@given(results())
def test_other_types_stay_in_range(seen: Result) -> None:
    for other in what_if(seen, library().maps.values()):
        assert 0 <= other.coverage <= 1
        assert (other.fit is not None) == (other.coverage >= COVERAGE_FOR_FIT)
        assert other.fit is None or 0 <= other.fit <= 1
