"""KPIs: what a subscription earns, keeps and loses, calculated exactly.

Money is in one currency and one unit throughout a call (yen or cents, never mixed), counts are of
customers unless said otherwise, rates are shares (0.5 is 50 %). Every result is exact; whoever
shows it rounds, half up, to one decimal. A figure whose base is zero or unknown does not exist
(N/A, never 0): that is a refusal. None of them judges a person. Source: domain file, section 8.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from types import MappingProxyType

from assessments.kpi_refusals import (
    NoAcquisitionCost,
    NoAnswers,
    NobodyBought,
    NobodyEligible,
    NobodyStarted,
    NoCustomersAtStart,
    NoOpeningRevenue,
    NotAPartOfTheWhole,
    NotCalculable,
    NoWeights,
    RateOffScale,
    ScoreOffScale,
    WeightBelowZero,
)

Exact = int | Fraction | Decimal
"""A number that is what it says: no binary fractions."""

MONTHS = 12
TOP_SCORE, TOP_TWO = 5, 4
PRECISION = 50
"""Digits carried where a root has no exact value; 28 of them are given back."""


def ltv_gross(price: Exact, margin: Exact, times_a_year: Exact, years: Exact) -> Fraction:
    """Lifetime value before the cost of winning the customer, in the money of ``price``.

    ``price`` is one payment, ``times_a_year`` how many of these a year: a monthly price goes with
    12. Pitfall: a yearly price multiplied by 12. Source: section 8, E20.
    """
    return Fraction(price) * Fraction(margin) * Fraction(times_a_year) * Fraction(years)


def ltv_net(
    price: Exact, margin: Exact, times_a_year: Exact, years: Exact, acquisition_cost: Exact
) -> Fraction:
    """Lifetime value after the cost of winning the customer; below zero the customer costs money.

    Pitfall: compared with an LTV of a text that leaves the cost out; say which one it is.
    Source: section 8, S2.
    """
    return ltv_gross(price, margin, times_a_year, years) - Fraction(acquisition_cost)


def ltv_to_cac(gross: Exact, acquisition_cost: Exact | None) -> Fraction:
    """Gross lifetime value per unit of acquisition cost. Raises NoAcquisitionCost.

    Pitfall: the net value in the numerator counts the cost twice. Source: section 8, E20.
    """
    return Fraction(gross) / _base(acquisition_cost, NoAcquisitionCost)


def nrr(start: Exact | None, expansion: Exact, contraction: Exact, churned: Exact) -> Fraction:
    """Net revenue retention: opening MRR after growth and loss, as a share of itself.

    All four are MRR of customers who were there at the start; above 1 growth outweighs loss.
    Pitfall: revenue of new customers in ``expansion``.
    Raises NoOpeningRevenue, NotAPartOfTheWhole (also for growth below zero). Source: S2.
    """
    kept = grr(start, contraction, churned)
    return kept + _positive(expansion) / _base(start, NoOpeningRevenue)


def grr(start: Exact | None, contraction: Exact, churned: Exact) -> Fraction:
    """Gross revenue retention, 0 to 1: what is left of the opening MRR before any growth.

    Pitfall: reported as NRR. Raises NoOpeningRevenue, NotAPartOfTheWhole. Source: E20.
    """
    lost = _positive(contraction) + _positive(churned)
    return 1 - _share(lost, start, NoOpeningRevenue)


def churn_customer(lost: Exact, start: Exact | None) -> Fraction:
    """Share of the customers at the start of the period who cancelled in it, 0 to 1.

    Pitfall: new customers among the ``lost`` or in the base.
    Raises NoCustomersAtStart, NotAPartOfTheWhole. Source: S2, clarified in section 8.
    """
    return _share(lost, start, NoCustomersAtStart)


def retention_cohort(lost: Exact, start: Exact | None) -> Fraction:
    """Share of the customers at the start who are still there: 1 minus their churn.

    The count to prefer. Raises NoCustomersAtStart, NotAPartOfTheWhole. Source: section 8, edge.
    """
    return 1 - churn_customer(lost, start)


def retention_customer(end: Exact, new: Exact, start: Exact | None) -> Fraction:
    """Customer retention from three totals: customers at the end without the new ones.

    Pitfall: a new customer who leaves within the period is taken off twice; then it is lower than
    ``retention_cohort``. Raises NoCustomersAtStart, NotAPartOfTheWhole. Source: S2.
    """
    return _share(_positive(end) - _positive(new), start, NoCustomersAtStart)


def churn_annual(monthly: Exact) -> Fraction:
    """Churn of a year, 0 to 1, when every month loses the share ``monthly`` of what is left.

    Pitfall: twelve times the monthly rate. Raises RateOffScale. Source: section 8.
    """
    return 1 - (1 - _rate(monthly)) ** MONTHS


def churn_monthly(annual: Exact) -> Decimal:
    """Churn of a month, 0 to 1, that makes up ``annual`` in a year; to 28 digits.

    Pitfall: a twelfth of the yearly rate. Raises RateOffScale. Source: section 8.
    """
    rate = _rate(annual)
    with localcontext(prec=PRECISION):
        kept = 1 - Decimal(rate.numerator) / Decimal(rate.denominator)
        monthly = 1 - kept ** (1 / Decimal(MONTHS)) if kept else Decimal(1)
    with localcontext(prec=28):
        return +monthly


def csat_top2(scores: Sequence[int] | None) -> Fraction:
    """Share of answers that are 4 or 5 on the scale of 1 to 5, 0 to 1.

    Pitfall: compared with a mean. Raises NoAnswers, ScoreOffScale. Source: section 8.
    """
    answers = _scores(scores)
    return Fraction(sum(score >= TOP_TWO for score in answers), len(answers))


def csat_mean(scores: Sequence[int] | None) -> Fraction:
    """Mean of the answers on the scale of 1 to 5.

    Pitfall: hides a split between 5 and 1. Raises NoAnswers, ScoreOffScale. Source: section 8.
    """
    answers = _scores(scores)
    return Fraction(sum(answers), len(answers))


def nps(promoters: int, detractors: int, answers: int | None) -> Fraction:
    """Net promoter score in points, −100 to 100: promoters (9–10) minus detractors (0–6).

    ``answers`` counts the 7s and 8s too. Pitfall: these left out of the base; a percent sign.
    Raises NoAnswers, NotAPartOfTheWhole. Source: S1, S3.
    """
    _share(promoters + detractors, answers, NoAnswers)
    gained, lost = (_share(each, answers, NoAnswers) for each in (promoters, detractors))
    return 100 * (gained - lost)


def onboarding_rate(completed: Exact, started: Exact | None) -> Fraction:
    """Share of the customers who started onboarding and met the exit criteria, 0 to 1.

    Pitfall: compared between companies whose criteria differ.
    Raises NobodyStarted, NotAPartOfTheWhole. Source: S2.
    """
    return _share(completed, started, NobodyStarted)


def upsell_rate(upgraded: Exact, eligible: Exact | None) -> Fraction:
    """Share of the eligible customers who moved to a higher plan, 0 to 1.

    Pitfall: customers on the top plan in the base.
    Raises NobodyEligible, NotAPartOfTheWhole. Source: section 8.
    """
    return _share(upgraded, eligible, NobodyEligible)


def cross_rate(added: Exact, eligible: Exact | None) -> Fraction:
    """Share of the eligible customers who bought a further product, 0 to 1.

    Pitfall: products counted instead of customers.
    Raises NobodyEligible, NotAPartOfTheWhole. Source: section 8.
    """
    return _share(added, eligible, NobodyEligible)


def repeat_rate(repeated: Exact, bought: Exact | None) -> Fraction:
    """Share of the customers who bought and bought again, 0 to 1.

    Pitfall: purchases counted instead of customers.
    Raises NobodyBought, NotAPartOfTheWhole. Source: S3.
    """
    return _share(repeated, bought, NobodyBought)


def health(weights: Sequence[Exact], points: Sequence[Exact]) -> Fraction:
    """Health score, on the scale of ``points`` (0 to 100): their weighted mean.

    One weight per signal: deployment, engagement, adoption, results. Pitfall: a signal without
    data entered as 0; leave it out of both. Raises NoWeights, WeightBelowZero; ValueError when
    the lengths differ. Source: S1 §4, E5; the weights are an own design.
    """
    if any(weight < 0 for weight in weights):
        raise WeightBelowZero
    pairs = zip(weights, points, strict=True)
    total = sum(Fraction(weight) * Fraction(point) for weight, point in pairs)
    return total / _base(sum((Fraction(each) for each in weights), Fraction(0)), NoWeights)


FORMULAS: Mapping[str, Callable[..., Fraction | Decimal]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            *(ltv_net, ltv_gross, ltv_to_cac, nrr, grr, churn_customer, retention_customer),
            *(retention_cohort, churn_annual, churn_monthly, csat_top2, csat_mean, nps),
            *(onboarding_rate, upsell_rate, cross_rate, repeat_rate, health),
        )
    }
)
"""Every formula by its id; the ids of section 8 and the two that it uses without naming them."""


def _base(value: Exact | None, refusal: type[NotCalculable]) -> Fraction:
    if value is None or value <= 0:
        raise refusal
    return Fraction(value)


def _positive(part: Exact) -> Fraction:
    """The part, zero or more. Raises NotAPartOfTheWhole."""
    if part < 0:
        raise NotAPartOfTheWhole
    return Fraction(part)


def _share(part: Exact, whole: Exact | None, refusal: type[NotCalculable]) -> Fraction:
    base = _base(whole, refusal)
    if not 0 <= part <= base:
        raise NotAPartOfTheWhole
    return Fraction(part) / base


def _rate(value: Exact) -> Fraction:
    if not 0 <= value <= 1:
        raise RateOffScale
    return Fraction(value)


def _scores(scores: Sequence[int] | None) -> Sequence[int]:
    if not scores:
        raise NoAnswers
    if not all(1 <= score <= TOP_SCORE for score in scores):
        raise ScoreOffScale
    return scores
