"""Growth steps: a level or a fit that holds until the next assessment changes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from portal.web.charts import looks
from portal.web.charts.drawing import AXIS, GRID, SMALL, Point, drawing, path, words
from portal.web.charts.lettering import NO_VALUE, number

_WIDTH, _STEP = 440.0, 112.0
_LEFT, _TOP, _BOTTOM, _HEIGHT = 44.0, 30.0, 176.0, 204.0
_MARGIN = 54.0


@dataclass(frozen=True, slots=True)
class GrowthPoint:
    """An assessment: its date as text and the value it gave; None where nothing was rated."""

    label: str
    value: float | None


def growth_steps(
    points: Sequence[GrowthPoint],
    *,
    title: str,
    summary: str,
    ceiling: int = 5,
    target: tuple[float, str] | None = None,
    ident: str = "growth",
) -> Markup:
    """Values over dates, oldest first, from 0 to `ceiling` (5 for a level, 100 for a fit).

    `target` is a value with the word for it, drawn as a line. A date without a value interrupts
    the steps. The dates stand at even distances; the drawing widens beyond five of them.
    """
    width = max(_WIDTH, _LEFT + 2 * _MARGIN + _STEP * (len(points) - 1))
    places = _places(points, width, ceiling)
    parts = [*_scale(ceiling, width), *_dates(points, width)]
    if target:
        parts += _target(*target, _y(target[0], ceiling), width)
    parts += [*_steps(places), *_marks(points, places)]
    return drawing(parts, width=width, height=_HEIGHT, title=title, summary=summary, ident=ident)


def _y(value: float, ceiling: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * value / ceiling


def _x(index: int, count: int, width: float) -> float:
    span = width - _LEFT - 2 * _MARGIN
    return _LEFT + _MARGIN + (span * index / (count - 1) if count > 1 else 0)


def _places(points: Sequence[GrowthPoint], width: float, ceiling: int) -> list[Point | None]:
    return [
        None if one.value is None else (_x(index, len(points), width), _y(one.value, ceiling))
        for index, one in enumerate(points)
    ]


def _scale(ceiling: int, width: float) -> Iterator[Markup]:
    for part in range(0, ceiling + 1, max(1, ceiling // 4)):
        y, kind = _y(part, ceiling), ("grid", GRID) if part else ("axis", AXIS)
        yield path([(_LEFT, y), (width - 4, y)], *kind)
        yield words((_LEFT - 8, y + 4.5), str(part), anchor="end", size=SMALL, quiet=True)


def _dates(points: Sequence[GrowthPoint], width: float) -> Iterator[Markup]:
    for index, one in enumerate(points):
        x = _x(index, len(points), width)
        yield words((x, _BOTTOM + 22), one.label, anchor="middle", size=SMALL)
        if one.value is None:
            yield words((x, _BOTTOM - 8), NO_VALUE, anchor="middle")


def _target(value: float, word: str, y: float, width: float) -> Iterator[Markup]:
    yield looks.stroke(2, [(_LEFT, y), (width - 4, y)])
    yield words((_LEFT + 4, y - 6), f"{word} {number(value)}", size=SMALL, quiet=True)


def _steps(places: Sequence[Point | None]) -> Iterator[Markup]:
    for before, after in pairwise(places):
        if before and after:
            yield looks.stroke(0, [before, (after[0], before[1]), after])


def _marks(points: Sequence[GrowthPoint], places: Sequence[Point | None]) -> Iterator[Markup]:
    for one, place in zip(points, places, strict=True):
        if place:
            yield looks.marker(0, place)
            yield words((place[0] + 7, place[1] - 8), number(one.value))
