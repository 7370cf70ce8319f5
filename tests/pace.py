"""How long a piece of work takes, on any machine: counted in plain work done in the same moments.

The same work takes 8 ms of processor time on one machine and 22 ms on another that is shared.
Beside plain work of its kind it takes the same share on both.
"""

import gc
from collections.abc import Callable
from time import process_time

ROUNDS = 15


def paces(work: Callable[[], object], yardstick: Callable[[], object] | None = None) -> float:
    """Processor time of the work, in times of the yardstick; the least of both, taken in turns."""
    beside = yardstick or plain_work
    times = [(_taken(work), _taken(beside)) for _ in range(ROUNDS)]
    return min(each for each, _ in times) / min(each for _, each in times)


def plain_work() -> object:
    """Making, keeping and sorting a thousand small tuples: about half a millisecond."""
    return sorted({(each * 7919) % 1000: (each, -each) for each in range(1000)}.items())


def _taken(work: Callable[[], object]) -> float:
    """Without the collector, as timeit does: it would search what other tests have left."""
    gc.disable()
    try:
        begun = process_time()
        work()
        return process_time() - begun
    finally:
        gc.enable()
