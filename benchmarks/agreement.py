"""Alpha with its percentile bootstrap for a large panel, on one core."""

import random
import time

from assessments.statistics.krippendorff import alpha_of
from assessments.statistics.resampling import DRAWS
from benchmarks.figures import Figure, within
from tests.assessments.statistics.strategies import Table

RATERS, UNITS, LIMIT = 5, 500, 15.0


def run() -> list[Figure]:
    table, seconds = _table(), []
    for _ in range(5):
        began = time.process_time()
        figure = alpha_of(table)
        seconds.append(time.process_time() - began)
        assert figure.interval
        assert figure.interval.draws == DRAWS
    name = f"alpha, {RATERS} raters × {UNITS} units, {DRAWS} draws (CPU)"
    return [within(name, seconds, limit=LIMIT)]


def _table() -> Table:
    """Raters who agree with a common opinion four times out of five; a tenth is missing."""
    luck = random.Random(1)
    return [
        [_rating(opinion, luck) for _ in range(RATERS)]
        for opinion in (luck.randint(1, 5) for _ in range(UNITS))
    ]


def _rating(opinion: int, luck: random.Random) -> float | None:
    if luck.random() < 0.1:
        return None
    return float(opinion if luck.random() < 0.8 else luck.randint(1, 5))
