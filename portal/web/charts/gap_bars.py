"""Gap bars: for each skill the level it has and the level it should have, on the 0–5 scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.web.charts import looks
from portal.web.charts.drawing import (
    AXIS,
    GROUND,
    INK,
    LETTERS,
    PAPER,
    SMALL,
    Point,
    box,
    drawing,
    path,
    words,
)
from portal.web.charts.lettering import NO_VALUE, lines_of, width_of

_WIDTH, _LEFT, _RIGHT = 440.0, 1.0, 439.0
_TOP, _LINE, _BAR, _BELOW = 24.0, 18.0, 10.0, 22.0
_SLIVER = 3.0
_HIGHEST = 5


@dataclass(frozen=True, slots=True)
class GapBar:
    """A skill with its level and target (0–5); level None prints `state` instead of a number."""

    label: str
    level: int | None
    target: int
    state: str = NO_VALUE


def gap_bars(
    bars: Sequence[GapBar],
    *,
    title: str,
    summary: str,
    legend: tuple[str, str],
    ident: str = "gaps",
) -> Markup:
    """One bar per skill with its target mark; `legend` is the words for level and target.

    What is over the target is drawn apart. Level 0 is a sliver at the start; what is not rated
    is an empty dashed track, never a zero.
    """
    parts: list[Markup] = [*_scale()]
    y = _TOP
    for bar in bars:
        rows, height = _row(bar, y)
        parts += rows
        y += height
    parts += _legend(legend, y)
    return drawing(parts, width=_WIDTH, height=y + 24, title=title, summary=summary, ident=ident)


def _x(level: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * level / _HIGHEST


def _scale() -> Iterator[Markup]:
    for level in range(_HIGHEST + 1):
        anchor = {0: "start", _HIGHEST: "end"}.get(level, "middle")
        yield words((_x(level), 12), str(level), anchor=anchor, size=SMALL, quiet=True)


def _row(bar: GapBar, top: float) -> tuple[list[Markup], float]:
    numbers = _numbers(bar)
    room = _RIGHT - _LEFT - width_of(numbers, LETTERS) - _BELOW
    lines = lines_of(bar.label, LETTERS, room)
    y = top + len(lines) * _LINE + 4
    parts = [words((_LEFT, top + 14 + n * _LINE), line) for n, line in enumerate(lines)]
    parts.append(words((_RIGHT, top + 14), numbers, anchor="end"))
    parts += _track(y) if bar.level is None else _level(bar.level, bar.target, y)
    parts += _target((_x(bar.target), y))
    return parts, len(lines) * _LINE + 4 + _BAR + _BELOW


def _numbers(bar: GapBar) -> str:
    if bar.level is None:
        return f"{bar.state} → {bar.target}"
    beyond = bar.level - bar.target
    sign = f" (+{beyond})" if beyond > 0 else f" (−{-beyond})" if beyond < 0 else ""
    return f"{bar.level} → {bar.target}{sign}"


def _track(y: float) -> Iterator[Markup]:
    corners = [(_LEFT, y), (_RIGHT, y), (_RIGHT, y + _BAR), (_LEFT, y + _BAR)]
    yield path(corners, "axis", AXIS, dash="3 3", closed=True)


def _level(level: int, target: int, y: float) -> Iterator[Markup]:
    within = max(_x(min(level, target)) - _LEFT, _SLIVER)
    yield box((_LEFT, y), _RIGHT - _LEFT, _BAR, "ground", GROUND)
    yield box((_LEFT, y), within, _BAR, "mark-1", looks.COLOURS[0])
    if level > target:
        beyond = _x(level) - _x(target)
        yield box((_x(target), y + 3), beyond, _BAR - 6, "over", looks.COLOURS[1])
    for step in range(1, _HIGHEST):
        yield path([(_x(step), y), (_x(step), y + _BAR)], "cut", PAPER)


def _target(point: Point) -> Iterator[Markup]:
    x, y = point
    yield path([(x, y - 3), (x, y + _BAR + 3)], "target", INK, width=2)


def _legend(names: tuple[str, str], top: float) -> Iterator[Markup]:
    y = top + 10
    yield box((_LEFT, y - 7), 22, _BAR, "mark-1", looks.COLOURS[0])
    yield words((_LEFT + 30, y + 3), names[0], size=SMALL)
    x = _LEFT + 58 + width_of(names[0], SMALL)
    yield from _target((x, y - 7))
    yield words((x + 10, y + 3), names[1], size=SMALL)
