"""Pairs of ratings summed up, cluster by cluster, and the statistics that are made of the sums."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from assessments.statistics.tables import TINY, Floats

Pair = tuple[float, float]
"""What the person and what the manager gave the same skill."""


class Sums(NamedTuple):
    """Of the pairs of one cluster or of several: all that the statistics are made of.

    Beside the differences: their ``squares``, how many are 0 (``exact``) and at most 1
    (``within_one``), how many ``clusters`` there are, their squared ``sizes``, and the squares of
    their ``means``, once for every pair.
    """

    pairs: Floats
    differences: Floats
    squares: Floats
    exact: Floats
    within_one: Floats
    clusters: Floats
    sizes: Floats
    means: Floats


def sums_of(pairs: Sequence[Pair]) -> tuple[float, ...]:
    """Of one cluster, in the order of ``Sums``."""
    apart = [by_self - by_manager for by_self, by_manager in pairs]
    count, total = len(apart), sum(apart)
    squares = sum(each * each for each in apart)
    near = sum(abs(each) <= 1 for each in apart)
    return count, total, squares, apart.count(0), near, 1, count * count, total * total / count


def means(of: Sums) -> Floats:
    return np.asarray(of.differences / of.pairs)


def roots(of: Sums) -> Floats:
    return np.asarray(np.sqrt(of.squares / of.pairs))


def spreads(of: Sums) -> Floats:
    """Of a difference of anybody's: variance between clusters and within, out of mean squares.

    Bland and Altman (2007), where the true value varies; of single pairs the usual SD.
    """
    freedom, others = of.pairs - of.clusters, np.maximum(of.clusters - 1, 1)
    within = np.maximum(of.squares - of.means, 0) / np.maximum(freedom, 1)
    spread = np.maximum(of.means - np.square(of.differences) / of.pairs, 0) / others
    share = (of.pairs - of.sizes / of.pairs) / others
    between = np.maximum(spread - within, 0) / np.maximum(share, TINY)
    return np.asarray(np.sqrt(np.where(freedom > 0, within + between, spread)))


def exacts(of: Sums) -> Floats:
    return np.asarray(of.exact / of.pairs)


def nears(of: Sums) -> Floats:
    return np.asarray(of.within_one / of.pairs)


Statistic = Callable[[Sums], Floats]
"""From sums to values, one for each place in them."""

SUMMED: dict[Statistic, str] = {
    means: "differences",
    exacts: "exact",
    nears: "within_one",
}
"""Statistics that are a sum over the pairs divided by their number, and what is summed."""
