"""How up to three series look: colour, dash and marker, so that greyscale tells them apart."""

from collections.abc import Sequence

from markupsafe import Markup

from portal.web.charts.drawing import PAPER, SMALL, Point, at, path, words
from portal.web.charts.lettering import width_of

COLOURS = ("#2c3a8c", "#0f7382", "#6b655d")
DASHES = ("", "7 3", "2 3")
_LEFT, _SAMPLE, _GAP, _ROW = 4.0, 34, 20, 22


def stroke(index: int, points: Sequence[Point], *, closed: bool = False) -> Markup:
    """The line of series `index` (0–2)."""
    kind = f"series-{index + 1}"
    return path(points, kind, COLOURS[index], width=2, dash=DASHES[index], closed=closed)


def marker(index: int, point: Point) -> Markup:
    """The mark of series `index`: a full circle, a hollow square, a full diamond."""
    x, y = point
    kind, colour = f"mark-{index + 1}", COLOURS[index]
    if index == 0:
        return Markup('<circle class="{}" cx="{}" cy="{}" r="4" fill="{}"/>').format(
            kind, at(x), at(y), colour
        )
    reach, fill = (3.5, PAPER) if index == 1 else (4, colour)
    corners = _square(x, y, reach) if index == 1 else _diamond(x, y, reach)
    classes = f"series-{index + 1} {'hollow' if index == 1 else kind}"
    return Markup('<path class="{}" d="{}" fill="{}" stroke="{}" stroke-width="2"/>').format(
        classes, corners, fill, colour
    )


def legend(names: Sequence[str], top: float, room: float) -> tuple[list[Markup], float]:
    """Samples with their names in rows from `top` on, and the height they take."""
    parts: list[Markup] = []
    x, y = _LEFT, top + SMALL
    for index, name in enumerate(names):
        wide = _SAMPLE + width_of(name, SMALL)
        if x > _LEFT and x + wide > room:
            x, y = _LEFT, y + _ROW
        parts += [stroke(index, [(x, y - 4), (x + 26, y - 4)]), marker(index, (x + 13, y - 4))]
        parts.append(words((x + _SAMPLE, y), name, size=SMALL))
        x += wide + _GAP
    return parts, y + 8 - top


def _square(x: float, y: float, r: float) -> str:
    return f"M{at(x - r)} {at(y - r)}H{at(x + r)}V{at(y + r)}H{at(x - r)}Z"


def _diamond(x: float, y: float, r: float) -> str:
    return f"M{at(x)} {at(y - r)}L{at(x + r)} {at(y)}L{at(x)} {at(y + r)}L{at(x - r)} {at(y)}Z"
