"""The display contract: what every statistic says about itself, or why it says nothing."""

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import Any


class Reason(StrEnum):
    """Why there is no value: no page, chart, file or paper shows one either."""

    TOO_FEW_UNITS = "too_few_units"
    TOO_FEW_RATERS = "too_few_raters"
    NO_VARIANCE = "no_variance"
    NOT_CONNECTED = "not_connected"
    NOT_CONVERGED = "not_converged"


class Basis(StrEnum):
    """Where an interval comes from."""

    ANALYTIC = "analytic"
    JACKKNIFE = "jackknife"
    BOOTSTRAP = "bootstrap"


class Verdict(StrEnum):
    """What the lower end of an interval allows to say.

    The first three are Krippendorff's cut-offs for agreement, the next four those of Koo and Li
    (2016) for intraclass correlations, the last three say how a mean difference lies to the
    usual range of half a level.
    """

    USABLE = "usable"
    TENTATIVE = "tentative"
    DO_NOT_USE = "do_not_use"
    POOR = "poor"
    MODERATE = "moderate"
    GOOD = "good"
    EXCELLENT = "excellent"
    USUAL = "usual"
    UNUSUAL = "unusual"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Method:
    """Which statistic, in which version of our code, and where its formula stands."""

    id: str
    version: int
    source: str


@dataclass(frozen=True, slots=True)
class Gate:
    """From how many on a figure is shown, has an interval, and may carry a verdict.

    ``show``, ``interval`` and ``act`` count what the method counts: units, or pairs of ratings.
    """

    show: int
    act: int
    interval: int = 0
    raters: int = 2
    act_raters: int = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """What went into a figure.

    ``units`` and ``pairs`` are those that could be compared; ``dropped`` units had no rating that
    the method could use.
    """

    units: int
    raters: int
    pairs: int
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """95 %. ``draws`` and ``seed`` are those of the bootstrap, 0 where there was none.

    Raises ValueError for ends in the wrong order.
    """

    low: float
    high: float
    basis: Basis
    draws: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError("the lower end lies above the higher one")


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is measured, on what, and from how many on it may be shown.

    ``snapshot`` is the SHA-256 of the data, empty where the figure is withheld: the same data and
    method give the same figure.
    """

    method: Method
    gate: Gate
    sample: Sample
    snapshot: str

    def withheld(self, reason: Reason) -> "Figure":
        """Without the snapshot: of a handful of ratings it would tell which ones they are."""
        return Figure(replace(self, snapshot=""), reason=reason)

    def shown(
        self, value: float, interval: Interval | None, verdict: Verdict | None = None
    ) -> "Figure":
        return Figure(self, value, interval, verdict)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its interval and what may be said about it, or the reason for none.

    Raises ValueError for a figure that says both or neither, and for a number that is none.
    """

    of: Measurement
    value: float | None = None
    interval: Interval | None = None
    verdict: Verdict | None = None
    reason: Reason | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.reason is None):
            raise ValueError(f"{self.of.method.id}: either a value or a reason")
        if self.reason and (self.interval or self.verdict):
            raise ValueError(f"{self.of.method.id}: what is withheld says nothing else")
        ends = (self.interval.low, self.interval.high) if self.interval else ()
        if not all(isfinite(each) for each in (self.value or 0.0, *ends)):
            raise ValueError(f"{self.of.method.id}: not a number")

    @property
    def is_shown(self) -> bool:
        return self.value is not None


def snapshot_of(data: Any) -> str:
    """SHA-256 of numbers, words and lists of them, as hexadecimal digits."""
    canonical = json.dumps(data, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def agreement_verdict(low: float) -> Verdict:
    """Krippendorff's own cut-offs, on the lower end of the interval."""
    if low >= 0.8:
        return Verdict.USABLE
    return Verdict.TENTATIVE if low >= 0.667 else Verdict.DO_NOT_USE


def intraclass_verdict(low: float) -> Verdict:
    """Koo and Li (2016), on the lower end of the interval."""
    if low < 0.5:
        return Verdict.POOR
    if low < 0.75:
        return Verdict.MODERATE
    return Verdict.GOOD if low <= 0.9 else Verdict.EXCELLENT
