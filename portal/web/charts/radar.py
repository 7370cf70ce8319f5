"""The radar of the categories: up to three profiles over the same axes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.web.charts import looks
from portal.web.charts.drawing import Point, drawing
from portal.web.charts.radar_labels import axis_labels
from portal.web.charts.wheel import CENTRE, RADIUS, WIDTH, net, spot

_MOST_SERIES = 3


@dataclass(frozen=True, slots=True)
class Series:
    """A profile: its name and one value of 0–100 per axis; None where nothing was rated."""

    name: str
    values: Sequence[float | None]


def radar(
    axes: Sequence[str], series: Sequence[Series], *, title: str, summary: str, ident: str = "radar"
) -> Markup:
    """Profiles of 1–3 series over 3–9 axes, with the numbers printed at each axis.

    A value of None is drawn as a gap in the line, never as zero. `ident` is unique in the page.
    Raises ValueError when a series does not have one value per axis.
    """
    if any(len(one.values) != len(axes) for one in series) or not 1 <= len(series) <= _MOST_SERIES:
        raise ValueError("a radar takes one to three series with one value per axis")
    parts = [*net(len(axes)), *axis_labels(axes, [one.values for one in series])]
    for index, one in reversed(list(enumerate(series))):
        parts += _profile(index, one.values)
    bottom = CENTRE[1] + RADIUS + 62
    rows, height = looks.legend([one.name for one in series], bottom, WIDTH)
    return drawing(
        [*parts, *rows],
        width=WIDTH,
        height=bottom + height,
        title=title,
        summary=summary,
        ident=ident,
    )


def _profile(index: int, values: Sequence[float | None]) -> Iterator[Markup]:
    points = [
        None if value is None else spot(axis, len(values), RADIUS * value / 100)
        for axis, value in enumerate(values)
    ]
    for run in _runs(points):
        yield looks.stroke(index, run, closed=len(run) == len(points))
    yield from (looks.marker(index, point) for point in points if point)


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Stretches of neighbouring points round the circle, two or more in each."""
    first_gap = points.index(None) if None in points else 0
    run: list[Point] = []
    for point in [*points[first_gap:], *points[:first_gap], None]:
        if point:
            run.append(point)
        else:
            if len(run) > 1:
                yield run
            run = []
