"""The words round a radar: the name of each axis with the numbers of every profile under it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from portal.web.charts import looks
from portal.web.charts.drawing import LETTERS, SMALL, Point, words
from portal.web.charts.lettering import lines_of, number, width_of
from portal.web.charts.wheel import WIDTH, direction, spot

_REACH, _UPRIGHT = 112.0, 0.2
_LINE, _MARK, _BETWEEN = 17.0, 12.0, 6.0


def axis_labels(
    axes: Sequence[str], profiles: Sequence[Sequence[float | None]]
) -> Iterator[Markup]:
    """Name and numbers of each axis, wrapped to the room that is left beside the wheel."""
    for index, axis in enumerate(axes):
        _, down = direction(index, len(axes))
        x, y = spot(index, len(axes), _REACH)
        anchor = _anchor(index, len(axes))
        room = {"start": WIDTH - x, "middle": WIDTH, "end": x}[anchor]
        lines = lines_of(axis, LETTERS, room)
        y += (down - 1) * _LINE * (len(lines) + 1) / 2 + SMALL
        for row, line in enumerate(lines):
            yield words((x, y + row * _LINE), line, anchor=anchor)
        values = [profile[index] for profile in profiles]
        yield from _numbers((x, y + len(lines) * _LINE), anchor, values)


def _anchor(index: int, count: int) -> str:
    right, _ = direction(index, count)
    return "middle" if abs(right) < _UPRIGHT else "start" if right > 0 else "end"


def _numbers(point: Point, anchor: str, values: Sequence[float | None]) -> Iterator[Markup]:
    texts = [number(None if value is None else round(value)) for value in values]
    widths = [_MARK + width_of(text, SMALL) for text in texts]
    total = sum(widths) + _BETWEEN * (len(widths) - 1)
    x = point[0] - {"start": 0.0, "middle": total / 2, "end": total}[anchor]
    for index, text in enumerate(texts):
        yield looks.marker(index, (x + 4, point[1] - 4.5))
        yield words((x + _MARK, point[1]), text, size=SMALL)
        x += widths[index] + _BETWEEN
