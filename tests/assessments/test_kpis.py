"""KPIs: the vectors of the domain file, and what holds for any numbers."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import kpi_refusals as refusals
from assessments import kpis
from assessments.kpis import FORMULAS
from assessments.scoring import as_percent

MILLION = 1_000_000
HALF, THIRD_OF_TEN = Fraction(1, 2), Decimal("0.3")
SURVEY = (5, 4, 4, 3, 5, 2, 4, 5, 3, 4)

amounts = st.integers(0, 10**9)
bases = st.integers(1, 10**9)
rates = st.fractions(0, 1, max_denominator=1000)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((500_000, HALF, 12, 3, 3 * MILLION), 6 * MILLION),
        ((300_000, Decimal("0.6"), 12, 2, 1_500_000), 2_820_000),
        ((100_000, THIRD_OF_TEN, 12, 1, 500_000), -140_000),
    ],
)
def test_net_lifetime_value(values: tuple[int, ...], expected: int) -> None:
    assert kpis.ltv_net(*values) == expected


def test_gross_lifetime_value_is_three_times_the_acquisition_cost() -> None:
    gross = kpis.ltv_gross(500_000, HALF, 12, 3)
    assert gross == 9 * MILLION
    assert kpis.ltv_to_cac(gross, 3 * MILLION) == 3


@pytest.mark.parametrize(
    ("start", "expansion", "contraction", "churned", "net"),
    [
        (10 * MILLION, 1_200_000, 300_000, 500_000, "104.0"),
        (8 * MILLION, 200_000, 240_000, 400_000, "94.5"),
    ],
)
def test_revenue_retention(
    start: int, expansion: int, contraction: int, churned: int, net: str
) -> None:
    assert as_percent(kpis.nrr(start, expansion, contraction, churned)) == Decimal(net)
    assert as_percent(kpis.grr(start, contraction, churned)) == Decimal("92.0")


def test_customer_churn_counts_on_the_customers_at_the_start() -> None:
    assert kpis.churn_customer(10, 250) == Fraction(4, 100)


def test_customer_retention_from_three_totals() -> None:
    assert kpis.retention_customer(214, 30, 200) == Fraction(92, 100)
    assert kpis.retention_customer(200, 0, 200) == 1


def test_new_customers_who_leave_hide_in_the_totals_but_not_in_the_cohort() -> None:
    assert kpis.retention_customer(212, 30, 200) == Fraction(91, 100)
    assert kpis.retention_cohort(16, 200) == Fraction(92, 100)


def test_monthly_and_yearly_churn() -> None:
    yearly = kpis.churn_annual(Decimal("0.01"))
    assert round(float(yearly), 4) == 0.1136
    monthly = kpis.churn_monthly(Decimal("0.08"))
    assert monthly.quantize(Decimal("0.00001")) == Decimal("0.00692")
    assert monthly != Decimal("0.08") / 12


def test_satisfaction() -> None:
    assert kpis.csat_top2(SURVEY) == Fraction(70, 100)
    assert kpis.csat_mean(SURVEY) == Decimal("3.9")


def test_net_promoter_score_is_in_points() -> None:
    assert kpis.nps(25, 10, 50) == 30


@pytest.mark.parametrize(
    ("formula", "values", "percent"),
    [
        ("onboarding_rate", (18, 24), 75),
        ("upsell_rate", (6, 120), 5),
        ("cross_rate", (9, 120), Fraction(75, 10)),
        ("repeat_rate", (45, 150), 30),
    ],
)
def test_shares_of_customers(formula: str, values: tuple[int, int], percent: Fraction) -> None:
    assert 100 * FORMULAS[formula](*values) == percent


def test_health_is_a_weighted_mean() -> None:
    assert kpis.health((25, 20, 35, 20), (80, 50, 60, 70)) == 65


@pytest.mark.parametrize(
    ("refusal", "formula", "values"),
    [
        (refusals.NoAcquisitionCost, "ltv_to_cac", (100, 0)),
        (refusals.NoOpeningRevenue, "nrr", (0, 1, 0, 0)),
        (refusals.NoOpeningRevenue, "grr", (None, 0, 0)),
        (refusals.NoOpeningRevenue, "grr", (0, 5, 5)),
        (refusals.NoCustomersAtStart, "churn_customer", (0, 0)),
        (refusals.NoCustomersAtStart, "retention_customer", (5, 5, None)),
        (refusals.NoCustomersAtStart, "retention_cohort", (0, None)),
        (refusals.NoAnswers, "csat_top2", ((),)),
        (refusals.NoAnswers, "csat_mean", (None,)),
        (refusals.NoAnswers, "nps", (0, 0, 0)),
        (refusals.NobodyStarted, "onboarding_rate", (0, 0)),
        (refusals.NobodyEligible, "upsell_rate", (0, None)),
        (refusals.NobodyEligible, "cross_rate", (0, 0)),
        (refusals.NobodyBought, "repeat_rate", (0, 0)),
        (refusals.NoWeights, "health", ((0, 0), (50, 60))),
        (refusals.NotAPartOfTheWhole, "churn_customer", (11, 10)),
        (refusals.NotAPartOfTheWhole, "churn_customer", (-1, 10)),
        (refusals.NotAPartOfTheWhole, "grr", (10, 6, 5)),
        (refusals.NotAPartOfTheWhole, "grr", (10, 6, -5)),
        (refusals.NotAPartOfTheWhole, "grr", (10, -6, 5)),
        (refusals.NotAPartOfTheWhole, "nrr", (10, 9, 6, 5)),
        (refusals.NotAPartOfTheWhole, "nrr", (10, -1, 0, 0)),
        (refusals.NotAPartOfTheWhole, "nrr", (10, 1, -1, 0)),
        (refusals.NotAPartOfTheWhole, "nrr", (10, 1, 2, -1)),
        (refusals.NotAPartOfTheWhole, "nps", (-1, 2, 50)),
        (refusals.NotAPartOfTheWhole, "retention_customer", (-1, -5, 10)),
        (refusals.NotAPartOfTheWhole, "retention_customer", (3, -5, 10)),
        (refusals.WeightBelowZero, "health", ((50, -1), (80, 60))),
        (refusals.NotAPartOfTheWhole, "retention_customer", (250, 30, 200)),
        (refusals.NotAPartOfTheWhole, "nps", (30, 30, 50)),
        (refusals.RateOffScale, "churn_annual", (Decimal("1.5"),)),
        (refusals.RateOffScale, "churn_monthly", (Decimal("-0.1"),)),
        (refusals.ScoreOffScale, "csat_mean", ((5, 6),)),
        (refusals.ScoreOffScale, "csat_top2", ((0,),)),
    ],
)
def test_a_figure_that_does_not_exist_is_refused_by_name(
    refusal: type[refusals.NotCalculable], formula: str, values: tuple[Any, ...]
) -> None:
    with pytest.raises(refusal):
        FORMULAS[formula](*values)


def test_health_needs_a_point_for_each_weight() -> None:
    with pytest.raises(ValueError, match="shorter"):
        kpis.health((50, 50), (80,))


@pytest.mark.parametrize("formula", FORMULAS.values())
def test_every_formula_says_its_source_and_a_pitfall(formula: Callable[..., object]) -> None:
    assert "Source: " in (formula.__doc__ or "")
    assert "itfall: " in (formula.__doc__ or "") or formula in (
        kpis.retention_cohort,
        kpis.ltv_to_cac,
    )


@given(start=bases, lost=amounts)
def test_churn_and_cohort_retention_add_up_to_one(start: int, lost: int) -> None:
    lost = min(lost, start)
    assert kpis.churn_customer(lost, start) + kpis.retention_cohort(lost, start) == 1


@given(start=bases, expansion=amounts, losses=st.tuples(rates, rates))
def test_net_retention_is_gross_retention_plus_expansion(
    start: int, expansion: int, losses: tuple[Fraction, Fraction]
) -> None:
    contraction, churned = (start * share / 2 for share in losses)
    gross = kpis.grr(start, contraction, churned)
    assert 0 <= gross <= 1
    assert kpis.nrr(start, expansion, contraction, churned) == gross + Fraction(expansion, start)


@given(start=bases, new=amounts, kept=rates)
def test_retention_from_totals_does_not_depend_on_new_customers_who_stay(
    start: int, new: int, kept: Fraction
) -> None:
    assert kpis.retention_customer(start * kept + new, new, start) == kept


@given(annual=rates)
def test_a_year_of_the_monthly_churn_is_the_yearly_churn(annual: Fraction) -> None:
    there_and_back = kpis.churn_annual(kpis.churn_monthly(annual))
    assert abs(there_and_back - annual) < Fraction(1, 10**24)


@given(monthly=rates)
def test_twelve_times_the_monthly_churn_is_never_too_little(monthly: Fraction) -> None:
    assert kpis.churn_annual(monthly) <= 12 * monthly


@given(scores=st.lists(st.integers(1, 5), min_size=1, max_size=50))
def test_satisfaction_stays_on_its_scale(scores: list[int]) -> None:
    assert 1 <= kpis.csat_mean(scores) <= 5
    assert 0 <= kpis.csat_top2(scores) <= 1


@given(counts=st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)))
def test_net_promoter_score_turns_round_with_its_sides(counts: tuple[int, int, int]) -> None:
    promoters, passives, detractors = counts
    answers = sum(counts) + 1
    score = kpis.nps(promoters, detractors, answers)
    assert -100 <= score <= 100
    assert score == -kpis.nps(detractors, promoters, answers)
    assert passives < answers


@given(points=st.lists(st.integers(0, 100), min_size=1, max_size=6), weight=st.integers(1, 9))
def test_equal_weights_make_a_plain_mean(points: list[int], weight: int) -> None:
    expected = Fraction(sum(points), len(points))
    assert kpis.health([weight] * len(points), points) == expected


@given(net=st.tuples(amounts, rates, bases, bases, amounts))
def test_the_two_lifetime_values_differ_by_the_acquisition_cost(
    net: tuple[int, Fraction, int, int, int],
) -> None:
    price, margin, times_a_year, years, cost = net
    gross = kpis.ltv_gross(price, margin, times_a_year, years)
    assert gross - kpis.ltv_net(*net) == cost
