"""Frame, words and strokes of a chart.

Presentation attributes colour the drawing on paper (WeasyPrint reads no page stylesheet inside
an SVG); the class names let the stylesheet of the screen recolour it, in the dark theme too.
"""

from collections.abc import Iterable

from markupsafe import Markup

from portal.web.charts.lettering import clean

LETTERS, SMALL = 14, 13
INK, QUIET, GRID, AXIS, GROUND, PAPER = (
    "#1e1c19",
    "#5a554e",
    "#dfdbd4",
    "#87817a",
    "#f2f0ec",
    "#ffffff",
)
_FONTS = "BIZ UDPGothic, Noto Sans JP, sans-serif"
Point = tuple[float, float]


def drawing(
    parts: Iterable[Markup], *, width: float, height: float, title: str, summary: str, ident: str
) -> Markup:
    """The whole SVG; `title` names it, `summary` says in words what it shows."""
    frame = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" id="{id}"'
        ' aria-labelledby="{id}-title {id}-desc" viewBox="0 0 {w} {h}" font-family="{fonts}">'
        '<title id="{id}-title">{title}</title><desc id="{id}-desc">{summary}</desc>{parts}</svg>'
    )
    return frame.format(
        id=clean(ident),
        w=at(width),
        h=at(height),
        fonts=_FONTS,
        title=clean(title),
        summary=clean(summary),
        parts=Markup("").join(parts),
    )


def at(value: float) -> str:
    """A coordinate with one decimal, never a negative zero."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def words(
    point: Point, text: str, *, anchor: str = "start", size: int = LETTERS, quiet: bool = False
) -> Markup:
    """One line of text; `point` is on its baseline."""
    x, y = point
    return Markup(
        '<text class="{kind}" x="{x}" y="{y}" font-size="{size}" fill="{fill}"'
        ' text-anchor="{anchor}">{text}</text>'
    ).format(
        kind="quiet" if quiet else "words",
        x=at(x),
        y=at(y),
        size=size,
        fill=QUIET if quiet else INK,
        anchor=anchor,
        text=clean(text),
    )


def path(
    points: Iterable[Point],
    kind: str,
    stroke: str,
    *,
    width: float = 1,
    dash: str = "",
    closed: bool = False,
) -> Markup:
    """A line through the points, in the class `kind`."""
    steps = "L".join(f"{at(x)} {at(y)}" for x, y in points)
    return Markup(
        '<path class="{kind}" d="M{steps}{end}" fill="none" stroke="{stroke}"'
        ' stroke-width="{width}"{dash} stroke-linejoin="round"/>'
    ).format(
        kind=kind,
        steps=steps,
        end="Z" if closed else "",
        stroke=stroke,
        width=at(width),
        dash=Markup(' stroke-dasharray="{}"').format(dash) if dash else "",
    )


def box(point: Point, width: float, height: float, kind: str, fill: str) -> Markup:
    """A filled rectangle with its upper left corner at `point`."""
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" fill="{}"/>').format(
        kind, at(point[0]), at(point[1]), at(width), at(height), fill
    )
