"""What a panel's scores come to: medians, spreads and the printed rule.

The rule speaks about one candidate at a time. Nothing here compares candidates: there is no
order among verdicts, and none is offered. A person decides and writes the reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from statistics import median

from assessments.interview_kits import Competency, InterviewKit
from assessments.refusals import Refusal
from assessments.rubrics import Observation, Score
from assessments.scorecards import Scorecard
from assessments.text import Text


@dataclass(frozen=True, slots=True)
class PanelRule:
    """Thresholds of the decision rule, on the scale of scores (1 to 5).

    ``wide_from``: from this spread on, the highest minus the lowest score, the panel discusses.
    ``sample_passes_from``: from this median of its scores on a work sample reads "pass", below it
    "discuss"; it is never added to the scores of the interview.
    """

    fewest_raters: int
    most_raters: int
    not_recommended_below: Fraction
    must_have_below: Fraction
    hold_below: Fraction
    wide_from: int
    sample_passes_from: int


class PanelVerdict(Enum):
    """What the rule suggests. There is no order among these."""

    RECOMMEND = "recommend"
    HOLD = "hold"
    NOT_RECOMMENDED = "not_recommended"


class Ground(Enum):
    """Why the rule says hold or not recommended."""

    OVERALL_LOW = "overall_low"
    MUST_HAVE_LOW = "must_have_low"
    OVERALL_BETWEEN = "overall_between"
    MUST_HAVE_DISPUTED = "must_have_disputed"
    MUST_HAVE_UNSEEN = "must_have_unseen"
    NOTHING_OBSERVED = "nothing_observed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One ground, and the competency it is about where it is about one."""

    ground: Ground
    competency: Competency | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One competency over the whole panel.

    ``first`` and ``final`` hold what each rater gave before and after the discussion, in the
    order of the scorecards. ``median`` is that of the final scores, from 1 to 5 in steps of a
    half; None where nobody observed anything. Spreads are in points, 0 below two scores.
    """

    competency: Competency
    first: tuple[Observation, ...]
    final: tuple[Observation, ...]
    median: Fraction | None
    first_spread: int
    spread: int


@dataclass(frozen=True, slots=True)
class PanelOutcome:
    """What the panel's scores come to under the rule.

    ``overall`` is the mean of the medians that there are; None where there is none.
    """

    rule: PanelRule
    heard: tuple[Heard, ...]
    overall: Fraction | None
    verdict: PanelVerdict
    findings: tuple[Finding, ...]

    @property
    def to_discuss(self) -> tuple[Heard, ...]:
        """Competencies with a wide spread, the widest first, then in the order of the kit."""
        wide = [each for each in self.heard if each.spread >= self.rule.wide_from]
        return tuple(sorted(wide, key=lambda each: -each.spread))


class PanelSize(Refusal):
    """Fewer or more raters than a panel has."""

    wording = Text(
        "面接官は{fewest}〜{most}名です(現在{count}名)。",
        "A panel has {fewest} to {most} raters (now {count}).",
    )


class RaterTwice(Refusal):
    """Two scorecards are of the same rater."""

    wording = Text(
        "{rater}さんの面接評価シートが二枚あります。一人一枚にしてください。",
        "There are two scorecards of {rater}. Each rater hands in one.",
    )


class AnotherKit(Refusal):
    """A scorecard does not score what the kit asks for."""

    wording = Text(
        "{rater}さんの面接評価シートは、別の面接キットのものです。",
        "The scorecard of {rater} belongs to another interview kit.",
    )


def outcome_of(kit: InterviewKit, cards: Sequence[Scorecard], rule: PanelRule) -> PanelOutcome:
    """The outcome once every rater has handed in. Raises PanelSize, RaterTwice, AnotherKit."""
    _check_panel(kit, cards, rule)
    heard = tuple(_heard(each, cards) for each in kit.competencies)
    medians = [each.median for each in heard if each.median is not None]
    overall = sum(medians, Fraction()) / len(medians) if medians else None
    verdict, findings = _verdict(heard, overall, rule)
    return PanelOutcome(rule, heard, overall, verdict, findings)


def _check_panel(kit: InterviewKit, cards: Sequence[Scorecard], rule: PanelRule) -> None:
    if not rule.fewest_raters <= len(cards) <= rule.most_raters:
        raise PanelSize(fewest=rule.fewest_raters, most=rule.most_raters, count=len(cards))
    raters: set[str] = set()
    for card in cards:
        if card.rater in raters:
            raise RaterTwice(rater=card.rater)
        if tuple(card.marks) != kit.skill_ids:
            raise AnotherKit(rater=card.rater)
        raters.add(card.rater)


def _heard(competency: Competency, cards: Sequence[Scorecard]) -> Heard:
    marks = [card.marks[competency.skill.id] for card in cards]
    first = tuple(mark.first for mark in marks)
    final = tuple(mark.final for mark in marks)
    scores = [Fraction(each) for each in _seen(final)]
    middle = median(scores) if scores else None
    return Heard(competency, first, final, middle, _spread(first), _spread(final))


def _seen(observations: Iterable[Observation]) -> list[Score]:
    return [each for each in observations if isinstance(each, Score)]


def _spread(observations: Iterable[Observation]) -> int:
    scores = _seen(observations)
    return max(scores) - min(scores) if scores else 0


def _verdict(
    heard: Sequence[Heard], overall: Fraction | None, rule: PanelRule
) -> tuple[PanelVerdict, tuple[Finding, ...]]:
    """The first that matches, with every ground for it."""
    if against := tuple(_against(heard, overall, rule)):
        return PanelVerdict.NOT_RECOMMENDED, against
    if open_points := tuple(_open(heard, overall, rule)):
        return PanelVerdict.HOLD, open_points
    return PanelVerdict.RECOMMEND, ()


def _against(
    heard: Sequence[Heard], overall: Fraction | None, rule: PanelRule
) -> Iterator[Finding]:
    if overall is not None and overall < rule.not_recommended_below:
        yield Finding(Ground.OVERALL_LOW)
    for each in _must_haves(heard):
        if each.median is not None and each.median < rule.must_have_below:
            yield Finding(Ground.MUST_HAVE_LOW, each.competency)


def _open(heard: Sequence[Heard], overall: Fraction | None, rule: PanelRule) -> Iterator[Finding]:
    if overall is None:
        yield Finding(Ground.NOTHING_OBSERVED)
    elif overall < rule.hold_below:
        yield Finding(Ground.OVERALL_BETWEEN)
    for each in _must_haves(heard):
        if each.median is None:
            yield Finding(Ground.MUST_HAVE_UNSEEN, each.competency)
        elif each.spread >= rule.wide_from:
            yield Finding(Ground.MUST_HAVE_DISPUTED, each.competency)


def _must_haves(heard: Sequence[Heard]) -> Iterator[Heard]:
    return (each for each in heard if each.competency.is_must_have)
