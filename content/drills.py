"""Drills: calculation tasks with fresh numbers, and what people get wrong in them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from random import Random

from assessments.kpi_refusals import NotCalculable
from assessments.kpis import FORMULAS
from assessments.refusals import Refusal
from assessments.text import Text
from content.figures import Unit, rounded, unit_of
from content.formulas import Formula

DRAWS = 1000
"""Numbers are drawn again, at most so many times, until every mistake shows in its answer."""

MOST_DIGITS = 30
"""Decimal places from the point to the first digit of an answer, on either side, at most."""

_RATES = ("margin", "monthly", "annual")
_BESIDE_A_NUMBER = re.compile(r"[\s,%¥€円]|ポイント|points?")


class NoNumber(Refusal):
    """What was typed as an answer is not a number."""

    wording = Text(
        "数字で答えてください(例:94.5)。",
        "Answer with a number, such as 94.5.",
    )


class NothingToDraw(ValueError):
    """The ranges of a drill hold no numbers for which every mistake gives another answer."""


class Outcome(StrEnum):
    """What an answer is."""

    RIGHT = "right"
    MISTAKE = "mistake"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``least`` to ``most``, ``step`` apart."""

    least: Fraction
    most: Fraction
    step: Fraction

    def drawn(self, random: Random) -> Fraction:
        steps = int((self.most - self.least) / self.step)
        return self.least + self.step * random.randint(0, steps)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong way to calculate, and why it is wrong."""

    of: Formula
    why: Text


@dataclass(frozen=True, slots=True)
class Drill:
    """A task without its numbers. ``story`` names each argument of the formula in braces."""

    formula: str
    story: Text
    draw: Mapping[str, Range]
    mistakes: tuple[Mistake, ...]

    @property
    def unit(self) -> Unit:
        return unit_of(self.formula)


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """An answer that people give and why it is not the one."""

    answer: Decimal
    why: Text


@dataclass(frozen=True, slots=True)
class Task:
    """A drill with its numbers.

    Answers are percent with one decimal where the formula gives a share, else whole money or
    points with one decimal.
    """

    question: Text
    unit: Unit
    answer: Decimal
    wrong: tuple[WrongAnswer, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is; ``why`` explains a known mistake."""

    outcome: Outcome
    why: Text | None = None


def drill_of(drill: Drill, seed: int) -> Task:
    """The task with the numbers of this seed: the same for the same seed. Raises NothingToDraw."""
    random = Random(seed)  # noqa: S311 -- practice numbers guard nothing
    for _ in range(DRAWS):
        drawn = {name: each.drawn(random) for name, each in drill.draw.items()}
        if task := _task(drill, drawn):
            return task
    raise NothingToDraw("no numbers in these ranges tell right from wrong")


def judged(task: Task, typed: str) -> Verdict:
    """What a typed answer is; right within half of the last decimal. Raises NoNumber."""
    number = _number_in(typed)
    half = Decimal("0.5") if task.unit is Unit.MONEY else Decimal("0.05")
    if abs(number - task.answer) <= half:
        return Verdict(Outcome.RIGHT)
    for wrong in task.wrong:
        if abs(number - wrong.answer) <= half:
            return Verdict(Outcome.MISTAKE, wrong.why)
    return Verdict(Outcome.OTHER)


def _task(drill: Drill, drawn: Mapping[str, Fraction]) -> Task | None:
    """The task with these numbers; None when they do not tell right from wrong."""
    try:
        answer = _answer(FORMULAS[drill.formula](**drawn), drill.unit)
        wrong = tuple(
            WrongAnswer(_answer(mistake.of.value(drawn), drill.unit), mistake.why)
            for mistake in drill.mistakes
        )
    except (NotCalculable, ZeroDivisionError):
        return None
    if len({answer, *(each.answer for each in wrong)}) <= len(wrong):
        return None
    shown = {name: _shown(name, number) for name, number in drawn.items()}
    return Task(drill.story.formatted(**shown), drill.unit, answer, wrong)


def _answer(value: Fraction | Decimal, unit: Unit) -> Decimal:
    if unit is Unit.MONEY:
        return rounded(value, 0)
    return rounded(value * 100 if unit is Unit.SHARE else value, 1)


def _shown(name: str, number: Fraction) -> str:
    """A drawn number as a story prints it: rates in percent, thousands parted."""
    value = number * 100 if name in _RATES else number
    digits = f"{Decimal(value.numerator) / Decimal(value.denominator):,f}"
    return f"{digits}%" if name in _RATES else digits


def _number_in(typed: str) -> Decimal:
    plain = _BESIDE_A_NUMBER.sub("", unicodedata.normalize("NFKC", typed)).replace("−", "-")
    try:
        number = Decimal(plain)
    except InvalidOperation as problem:
        raise NoNumber from problem
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise NoNumber
    return number
