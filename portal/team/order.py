"""The order of the people in the matrix."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from portal.team.asked import Asked, Order
from portal.team.teammates import Teammate

Figure = Fraction | int


def in_order(people: Iterable[Teammate], asked: Asked) -> list[Teammate]:
    """People by name as given, by fit from the lowest, or by gap from the largest.

    Equal ones keep the order of their names; who has no figure comes last either way.
    """
    given = list(people)
    if asked.order is Order.NAME:
        return given[::-1] if asked.is_reversed else given
    figure, is_falling = FIGURES[asked.order]
    known = [(value, each) for each in given if (value := figure(each)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=is_falling is not asked.is_reversed)
    return [each for _, each in known] + [each for each in given if figure(each) is None]


def _fit(mate: Teammate) -> Figure | None:
    return mate.result.fit if mate.result else None


def _gap(mate: Teammate) -> Figure | None:
    return mate.total_gap


FIGURES: dict[Order, tuple[Callable[[Teammate], Figure | None], bool]] = {
    Order.FIT: (_fit, False),
    Order.GAP: (_gap, True),
}
"""What to sort by, and whether the largest comes first."""
