"""Why a KPI cannot be calculated. A base of zero, or none, gives no figure; it never gives 0."""

from assessments.refusals import Refusal
from assessments.text import Text


class NotCalculable(Refusal):
    """A figure does not exist for these numbers: show N/A."""


class NoAcquisitionCost(NotCalculable):
    """LTV is to be compared with an acquisition cost that is zero or not known."""

    wording = Text(
        "獲得コストが0か未入力のため、比率を計算できません。獲得コストを入力してください。",
        "There is no acquisition cost to compare with. Enter it to get the ratio.",
    )


class NoOpeningRevenue(NotCalculable):
    """Revenue retention is asked for a period that starts without revenue."""

    wording = Text(
        "月初のMRRが0か未入力のため、計算できません。月初に契約していた顧客のMRRを入力してください。",
        "There is no opening MRR. Enter the MRR of the customers under contract at the start.",
    )


class NoCustomersAtStart(NotCalculable):
    """Churn or retention is asked for a period that starts without customers."""

    wording = Text(
        "期首の顧客数が0か未入力のため、計算できません。期首の顧客数を入力してください。",
        "There are no customers at the start of the period. Enter how many there were.",
    )


class NoAnswers(NotCalculable):
    """A survey figure is asked for before anybody has answered."""

    wording = Text(
        "回答が1件もないため、計算できません。回答が集まってから計算してください。",
        "Nobody has answered yet. Calculate once there are answers.",
    )


class NobodyStarted(NotCalculable):
    """The onboarding rate is asked for a period in which no customer started."""

    wording = Text(
        "導入を開始した顧客がいないため、計算できません。対象期間を確かめてください。",
        "No customer started onboarding. Check the period.",
    )


class NobodyEligible(NotCalculable):
    """An expansion rate is asked for without a customer to whom the offer applies."""

    wording = Text(
        "対象となる顧客がいないため、計算できません。対象の条件を確かめてください。",
        "No customer is eligible for the offer. Check the conditions.",
    )


class NobodyBought(NotCalculable):
    """The repeat rate is asked for without a customer who bought."""

    wording = Text(
        "購入した顧客がいないため、計算できません。対象期間を確かめてください。",
        "No customer bought anything. Check the period.",
    )


class NoWeights(NotCalculable):
    """A health score is asked for without a signal that counts."""

    wording = Text(
        "重みの合計が0のため、計算できません。1つ以上の指標に重みを付けてください。",
        "The weights add up to zero. Give at least one signal a weight.",
    )


class WeightBelowZero(NotCalculable):
    """A signal of a health score has a weight below zero."""

    wording = Text(
        "重みが0より小さい指標があります。0以上の重みを入力してください。",
        "A weight is below zero. Enter weights of zero or more.",
    )


class NotAPartOfTheWhole(NotCalculable):
    """A part is below zero or larger than the whole that it is a share of."""

    wording = Text(
        "内訳の数が0より小さいか、全体の数を超えています。同じ期間の数かどうかを確かめてください。",
        "A part is below zero or larger than the whole. Check that both are of the same period.",
    )


class RateOffScale(NotCalculable):
    """A rate is below 0 % or above 100 %."""

    wording = Text(
        "率は0%から100%の間で入力してください。",
        "Enter a rate from 0% to 100%.",
    )


class ScoreOffScale(NotCalculable):
    """A survey answer is not on the scale of 1 to 5."""

    wording = Text(
        "回答は1から5の点数で入力してください。",
        "Enter answers from 1 to 5.",
    )
