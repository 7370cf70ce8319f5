"""The wheel of a radar: where its axes point and how its net is drawn."""

from collections.abc import Iterator
from math import cos, pi, sin

from markupsafe import Markup

from portal.web.charts.drawing import GRID, Point, path, words

WIDTH, RADIUS = 460.0, 98.0
CENTRE: Point = (WIDTH / 2, 156.0)
_TINY = 11


def direction(index: float, count: int) -> Point:
    """The way of an axis as a step of length 1: to the right, and down; the first points up."""
    turn = 2 * pi * index / count
    return sin(turn), -cos(turn)


def spot(index: float, count: int, radius: float) -> Point:
    """The point on an axis at a distance from the centre."""
    right, down = direction(index, count)
    return CENTRE[0] + radius * right, CENTRE[1] + radius * down


def net(count: int) -> Iterator[Markup]:
    """Rings at 25, 50, 75 and 100, the axes, and the number of the outer ring."""
    for share in (0.25, 0.5, 0.75, 1):
        ring = [spot(index, count, RADIUS * share) for index in range(count)]
        yield path(ring, "grid", GRID, closed=True)
    for index in range(count):
        yield path([CENTRE, spot(index, count, RADIUS)], "grid", GRID)
    edge = spot(count - 0.5, count, RADIUS * cos(pi / count) + _TINY)
    yield words(edge, "100", anchor="middle", size=_TINY, quiet=True)
