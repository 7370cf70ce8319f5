"""What is true of fit and coverage whatever the levels, targets and weights."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessments.levels import Level
from assessments.scoring import Rated, as_percent, coverage_of, fit_band, fit_of
from tests.assessments.strategies import levels, some_rated


def known(every: tuple[Rated, ...]) -> tuple[Rated, ...]:
    return tuple(each for each in every if each.level is not None)


def level_of(each: Rated) -> Level:
    return each.level or Level.NOT_STARTED


@given(some_rated(least=0))
def test_fit_and_coverage_stay_between_nothing_and_all(every: tuple[Rated, ...]) -> None:
    assert 0 <= coverage_of(every) <= 1
    assert 0 <= (fit_of(every) or Fraction(0)) <= 1


@given(some_rated(), st.data())
def test_a_higher_level_never_lowers_the_fit(every: tuple[Rated, ...], data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(every) - 1))
    low, high = sorted(data.draw(st.tuples(levels, levels)))
    fits = [
        fit_of([*every[:i], replace(every[i], level=level), *every[i + 1 :]])
        for level in (low, high)
    ]
    assert fits[0] is not None
    assert fits[1] is not None
    assert fits[0] <= fits[1]


@given(some_rated())
def test_a_level_above_target_never_makes_up_for_a_gap(every: tuple[Rated, ...]) -> None:
    capped = [
        replace(each, level=min(level_of(each), each.requirement.target)) for each in known(every)
    ]
    assert fit_of(every) == fit_of(capped)


@given(some_rated())
def test_all_is_reached_only_without_a_gap(every: tuple[Rated, ...]) -> None:
    short = any(level_of(each) < each.requirement.target for each in known(every))
    assert (fit_of(every) == 1) == (bool(known(every)) and not short)


@given(some_rated(least=0))
def test_a_skill_without_a_level_is_as_good_as_left_out(every: tuple[Rated, ...]) -> None:
    assert fit_of(every) == fit_of(known(every))


@given(some_rated())
def test_a_level_of_0_is_not_the_same_as_no_level(every: tuple[Rated, ...]) -> None:
    as_zero = [replace(each, level=level_of(each)) for each in every]
    zero_fit, fit = fit_of(as_zero), fit_of(every)
    assert coverage_of(as_zero) == 1
    assert zero_fit is not None
    if len(known(every)) < len(every) and fit:
        assert zero_fit < fit


@given(some_rated(least=0).flatmap(lambda each: st.tuples(st.just(each), st.permutations(each))))
def test_the_order_of_the_skills_does_not_matter(
    orders: tuple[tuple[Rated, ...], list[Rated]],
) -> None:
    given_order, other_order = orders
    assert fit_of(given_order) == fit_of(other_order)
    assert coverage_of(given_order) == coverage_of(other_order)


@given(some_rated())
def test_coverage_is_the_weight_that_is_rated(every: tuple[Rated, ...]) -> None:
    rated_weight = sum(each.requirement.weight for each in known(every))
    assert coverage_of(every) * sum(each.requirement.weight for each in every) == rated_weight


@given(st.fractions(0, 1))
def test_a_printed_share_is_within_half_a_tenth_of_a_percent(share: Fraction) -> None:
    assert abs(Fraction(as_percent(share)) - share * 100) <= Fraction(1, 20)


@given(st.fractions(0, 1), st.fractions(0, 1))
def test_equal_figures_get_equal_words(one: Fraction, other: Fraction) -> None:
    if as_percent(one) == as_percent(other):
        assert fit_band(one) is fit_band(other)
