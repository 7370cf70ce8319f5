"""The search for a plan: which candidates close the most within the minutes there are."""

from collections.abc import Sequence
from itertools import chain

from assessments.gaps import Gap
from content.plan_candidates import Candidate, needed_by

BANDS = 32
"""Bands of time: partial plans are compared with those that take about as long."""

MOST_KEPT, WORK = 16, 10_000
"""Partial plans kept in a band at most, and looked at in a whole search: a few milliseconds."""

BITS = 3
"""Bits that hold a level."""

Partial = tuple[int, int, int, int]
"""What a partial plan closes, minus its minutes, its levels (packed), its candidates (a mask)."""

Effects = tuple[tuple[int, int, int, int], ...]
"""Place in the packed levels, level from, level to and weight of each skill."""


def best_of(order: Sequence[Candidate], gaps: Sequence[Gap], budget: int) -> list[Candidate]:
    """Those candidates, in order, that together close the most within ``budget`` minutes.

    Each candidate in turn is taken or left; in every band of time the best few partial plans go
    on. Of plans that close the same, the shortest wins.
    """
    if not order or budget <= 0:
        return []
    kept = max(1, min(MOST_KEPT, WORK // (BANDS * len(order))))
    bands: list[list[Partial]] = [[] for _ in range(BANDS + 1)]
    bands[0].append((0, 0, _packed(gaps), 0))
    bits = {each.lesson.id: 1 << bit for bit, each in enumerate(order)}
    needed = sum(bits[each] for each in needed_by(order) if each in bits)
    for each in order:
        needs = sum(bits.get(need, 0) for need in each.needs)
        grown = _grown(bands, each, _effects(each, gaps), (bits[each.lesson.id], needs), budget)
        for band in _changed(bands, grown, budget):
            bands[band] = _best_unlike(bands[band], needed, kept)
    mask = max(chain.from_iterable(bands))[3]
    return [each for each in order if mask & bits[each.lesson.id]]


def _grown(
    bands: list[list[Partial]],
    candidate: Candidate,
    effects: Effects,
    masks: tuple[int, int],
    budget: int,
) -> list[Partial]:
    """The partial plans to which the candidate can be added, with it."""
    minutes, (own, needs) = candidate.lesson.minutes, masks
    grown: list[Partial] = []
    for closed, spent, levels, mask in chain.from_iterable(bands):
        if spent < minutes - budget or mask & needs != needs:
            continue
        gain = lift = 0
        for place, start, cap, weight in effects:
            level = (levels >> place) & 7
            if start <= level < cap:
                gain += weight * (cap - level)
                lift += (cap - level) << place
        if gain:
            grown.append((closed + gain, spent - minutes, levels + lift, mask | own))
    return grown


def _changed(bands: list[list[Partial]], grown: list[Partial], budget: int) -> set[int]:
    """Puts the grown plans into their bands and names these."""
    changed = set()
    for partial in grown:
        band = -partial[1] * BANDS // budget
        bands[band].append(partial)
        changed.add(band)
    return changed


def _best_unlike(band: list[Partial], needed: int, kept: int) -> list[Partial]:
    """The best of a band; of those that lead to the same levels and open the same, the shortest."""
    unlike: dict[tuple[int, int], Partial] = {}
    for partial in sorted(band, reverse=True):
        unlike.setdefault((partial[2], partial[3] & needed), partial)
        if len(unlike) == kept:
            break
    return list(unlike.values())


def _packed(gaps: Sequence[Gap]) -> int:
    return sum(gap.level << BITS * place for place, gap in enumerate(gaps))


def _effects(candidate: Candidate, gaps: Sequence[Gap]) -> Effects:
    return tuple(
        (BITS * place, start, cap, gaps[place].requirement.weight)
        for place, (start, cap) in candidate.effects.items()
    )
