"""How a figure is taken: every way in turn, many rounds, and the median of the ratios."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Way = Callable[[int], object]
"""One way of doing the work; it gets the number of the round."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured ratio, the most it should be, and the medians behind it in words."""

    name: str
    ratio: float
    aim: float
    detail: str

    @property
    def is_reached(self) -> bool:
        return self.ratio <= self.aim


def in_turn(ways: Mapping[str, Way], *, rounds: int, warm_up: int) -> dict[str, list[float]]:
    """Seconds of each way in each round after the warm-up."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(warm_up + rounds):
        for name, way in ways.items():
            began = time.perf_counter()
            way(number)
            if number >= warm_up:
                seconds[name].append(time.perf_counter() - began)
    return seconds


def compare(name: str, ours: list[float], plain: list[float], *, aim: float) -> Figure:
    """The median of the ratios round by round."""
    ratio = statistics.median(a / b for a, b in zip(ours, plain, strict=True))
    medians = (statistics.median(each) * 1000 for each in (ours, plain))
    detail = "{:.1f} ms against {:.1f} ms, {} rounds".format(*medians, len(ours))
    return Figure(name, ratio, aim, detail)


def within(name: str, seconds: list[float], *, limit: float) -> Figure:
    """The median as a share of the time that it may take."""
    median = statistics.median(seconds)
    detail = f"{median * 1000:.1f} ms of {limit * 1000:.0f} ms, {len(seconds)} rounds"
    return Figure(name, median / limit, 1.0, detail)
