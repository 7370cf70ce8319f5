"""Self and manager: the published figures, the gates, and what has to hold of any pairs."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.statistics.differences import (
    Differences,
    differences_of,
    group_differences,
)
from assessments.statistics.figures import Basis, Figure, Reason, Verdict
from assessments.statistics.pair_sums import Pair
from tests.assessments.statistics.published import LARGE_METER, MINI_METER

METERS = differences_of([(a, b) for a, b in zip(LARGE_METER, MINI_METER, strict=True)])
PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5))
PAIRS = st.lists(PAIR, min_size=10, max_size=40)
TEAMS = st.lists(st.lists(PAIR, min_size=3, max_size=12), min_size=5, max_size=9)


def every(found: Differences) -> tuple[Figure, ...]:
    return (found.bias, found.spread, found.rmse, found.exact, found.within_one)


def test_the_published_peak_flows_come_out() -> None:
    assert METERS.bias.value == pytest.approx(-2.1, abs=0.05)
    assert METERS.spread.value == pytest.approx(38.8, abs=0.05)
    assert METERS.rmse.value == pytest.approx(37.667, abs=5e-4)
    assert METERS.bias.interval
    assert METERS.bias.interval.low == pytest.approx(-22.0, abs=0.05)
    assert METERS.bias.interval.high == pytest.approx(17.8, abs=0.05)


def test_the_interval_of_the_spread_is_that_of_the_chi_square_of_sixteen_degrees() -> None:
    spread = METERS.spread
    assert spread.value is not None
    assert spread.interval
    assert spread.interval.low == pytest.approx(spread.value * math.sqrt(16 / 28.845), rel=1e-4)
    assert spread.interval.high == pytest.approx(spread.value * math.sqrt(16 / 6.908), rel=1e-4)


def test_twice_the_spread_gives_the_published_limits_and_ours_are_a_little_narrower() -> None:
    bias, spread, limits = METERS.bias.value, METERS.spread.value, METERS.limits
    assert bias is not None
    assert spread is not None
    assert limits is not None
    assert bias - 2 * spread == pytest.approx(-79.65, abs=5e-3)
    assert bias + 2 * spread == pytest.approx(75.41, abs=5e-3)
    assert limits == pytest.approx((bias - 1.96 * spread, bias + 1.96 * spread), abs=0.01)


@given(PAIRS)
def test_seen_from_the_other_side_only_the_sign_of_the_mean_changes(pairs: list[Pair]) -> None:
    here, there = differences_of(pairs), differences_of([(b, a) for a, b in reversed(pairs)])
    assert there.bias.value == pytest.approx(-(here.bias.value or 0), abs=1e-12)
    for name in ("spread", "rmse", "exact", "within_one"):
        mine, theirs = getattr(here, name), getattr(there, name)
        assert theirs.value == pytest.approx(mine.value, abs=1e-12)


@given(PAIRS, st.integers(-5, 5))
def test_moving_both_sides_alike_changes_nothing(pairs: list[Pair], shift: int) -> None:
    here = differences_of(pairs)
    there = differences_of([(a + shift, b + shift) for a, b in pairs])
    for mine, theirs in zip(every(here), every(there), strict=True):
        assert theirs.value == pytest.approx(mine.value, abs=1e-12)


@given(PAIRS)
def test_the_mean_square_is_bias_and_spread_together(pairs: list[Pair]) -> None:
    found, count = differences_of(pairs), len(pairs)
    bias, spread, rmse = (each.value or 0.0 for each in (found.bias, found.spread, found.rmse))
    assert rmse**2 == pytest.approx(bias**2 + spread**2 * (count - 1) / count, abs=1e-12)


@settings(max_examples=10)
@given(TEAMS)
def test_a_group_has_the_mean_of_all_its_pairs_whatever_its_order(team: list[list[Pair]]) -> None:
    found = group_differences(team)
    flat = [a - b for pairs in team for a, b in pairs]
    assert found.bias.value == pytest.approx(math.fsum(flat) / len(flat), abs=1e-12)
    assert group_differences(team[::-1]).bias.value == pytest.approx(found.bias.value, abs=1e-12)
    assert found.bias.of.sample.units == len(team)
    for figure in (found.spread, found.rmse):
        assert figure.interval is None
    for share in (found.exact, found.within_one):
        assert share.interval is None or 0 <= share.interval.low <= share.interval.high <= 1


@pytest.mark.parametrize(
    ("count", "bias", "interval", "within"),
    [
        (4, False, False, False),
        (5, True, False, False),
        (9, True, False, False),
        (10, True, True, True),
    ],
)
def test_the_gates_of_one_person(count: int, bias: bool, interval: bool, within: bool) -> None:
    found = differences_of([(number % 3, 1) for number in range(count)])
    assert found.bias.is_shown is bias
    assert (found.bias.interval is not None) is interval
    assert found.within_one.is_shown is within
    if not bias:
        assert found.bias.reason is Reason.TOO_FEW_UNITS
        assert found.limits is None


def test_below_five_people_nothing_is_said_of_a_team() -> None:
    four = group_differences([[(3, 2)] * 30] * 4)
    assert {each.reason for each in every(four)} == {Reason.TOO_FEW_UNITS}
    assert all(each.is_shown for each in every(group_differences([[(3, 2)] * 30] * 5)))


def a_group(size: int, luck: random.Random) -> list[list[Pair]]:
    """People who lean to one side, each with twenty skills; the true mean difference is 0.5."""
    leanings = [luck.gauss(0.5, 0.4) for _ in range(size)]
    return [[(luck.gauss(lean, 0.8), 0.0) for _ in range(20)] for lean in leanings]


def test_the_spread_of_a_small_group_is_that_of_anybodys_difference() -> None:
    """Leanings of 0.4 and noise of 0.8 make √0.8, however few people there are."""
    luck = random.Random(6)
    squares = [(group_differences(a_group(5, luck)).spread.value or 0) ** 2 for _ in range(400)]
    assert math.fsum(squares) / 400 == pytest.approx(0.8, rel=0.03)


@pytest.mark.parametrize("name", ["spread", "rmse"])
def test_intervals_by_leaving_one_out_cover_about_what_they_say(name: str) -> None:
    truth = {"spread": math.sqrt(0.8), "rmse": math.sqrt(0.25 + 0.8)}[name]
    luck, hits = random.Random(7), 0
    for _ in range(300):
        interval = getattr(group_differences(a_group(15, luck)), name).interval
        hits += interval.low <= truth <= interval.high
    assert 0.89 <= hits / 300 <= 0.98


@pytest.mark.parametrize("size", [5, 8])
def test_the_interval_of_a_small_group_covers_what_it_says(size: int) -> None:
    luck, hits, rounds = random.Random(size), 0, 300
    for _ in range(rounds):
        interval = group_differences(a_group(size, luck)).bias.interval
        assert interval
        hits += interval.low <= 0.5 <= interval.high
    assert 0.91 <= hits / rounds <= 0.98


def test_a_group_is_judged_from_thirty_people_on_however_many_skills_they_have() -> None:
    luck = random.Random(1)
    assert group_differences(a_group(29, luck)).bias.verdict is None
    assert group_differences(a_group(30, luck)).bias.verdict is not None


def test_from_fifteen_people_on_spread_and_root_mean_square_have_an_interval() -> None:
    luck = random.Random(2)
    assert group_differences(a_group(14, luck)).spread.interval is None
    interval = group_differences(a_group(15, luck)).spread.interval
    assert interval
    assert (interval.basis, interval.draws) == (Basis.JACKKNIFE, 0)


def test_the_root_mean_square_of_one_person_has_an_interval_from_fifteen_skills_on() -> None:
    pairs: list[Pair] = [(number % 4, 1) for number in range(15)]
    assert differences_of(pairs).rmse.interval
    assert differences_of(pairs[:14]).rmse.interval is None


def test_people_who_are_all_alike_prove_no_certainty() -> None:
    found = group_differences([[(3, 3)] * 20] * 5)
    assert (found.exact.value, found.exact.interval, found.bias.interval) == (1, None, None)


def test_people_without_a_pair_are_counted_as_dropped() -> None:
    found = group_differences([[(3, 2)] * 4] * 5 + [[]])
    assert (found.bias.of.sample.units, found.bias.of.sample.dropped) == (5, 1)


@pytest.mark.parametrize(
    ("higher", "verdict"),
    [(1, Verdict.USUAL), (29, Verdict.UNUSUAL), (15, Verdict.UNDECIDED)],
)
def test_from_thirty_pairs_on_it_says_whether_the_difference_is_usual(
    higher: int, verdict: Verdict
) -> None:
    pairs = [(3, 2 if number < higher else 3) for number in range(30)]
    assert differences_of(pairs).bias.verdict is verdict
    assert differences_of(pairs[:29]).bias.verdict is None


def test_nobody_rated_by_both_gives_a_reason_and_no_number() -> None:
    for found in (differences_of([]), group_differences([]), group_differences([[], []])):
        assert {each.reason for each in every(found)} == {Reason.TOO_FEW_UNITS}


@pytest.mark.parametrize("higher", [0, 1])
def test_one_person_whose_differences_are_all_alike_proves_no_certainty(higher: int) -> None:
    found = differences_of([(3 + higher, 3)] * 30)
    assert (found.bias.value, found.spread.value, found.exact.value) == (higher, 0, 1 - higher)
    assert [each.interval for each in (found.bias, found.spread, found.rmse)] == [None] * 3
    assert (found.bias.verdict, found.limits) == (None, None)


def test_what_is_withheld_leaves_no_trace_of_the_data() -> None:
    assert group_differences([[(4, 1), (2, 3)]]).bias.of.snapshot == ""
    assert differences_of([(4, 1)] * 5).bias.of.snapshot
