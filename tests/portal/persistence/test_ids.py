"""Identifiers are all different, cannot be guessed from one another, and follow the clock."""

import time
from concurrent.futures import ThreadPoolExecutor

from portal.persistence.ids import new_id

MANY = 20_000


def test_ids_are_all_different_whoever_makes_them() -> None:
    with ThreadPoolExecutor(4) as makers:
        made = [made for some in makers.map(_several, [MANY // 4] * 4) for made in some]
    assert len(set(made)) == MANY


def test_ids_made_one_after_the_other_are_in_that_order() -> None:
    made = _several(MANY)
    assert made == sorted(made, key=lambda each: each >> 64 << 64)


def test_an_id_holds_the_moment_it_was_made_in_the_standard_way() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    after = time.time_ns() // 1_000_000
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert before <= made.int >> 80 <= after


def test_most_of_an_id_is_chance() -> None:
    tails = [made & ((1 << 62) - 1) for made in _several(MANY)]
    for bit in range(62):
        share = sum(tail >> bit & 1 for tail in tails) / MANY
        assert abs(share - 0.5) < 0.03


def _several(count: int) -> list[int]:
    return [new_id().int for _ in range(count)]
