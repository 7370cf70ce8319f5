"""Used lengths that do not depend on the containing block are worked out once for each style."""

from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.layout import absolute, background, block, column, inline, page, percent, table
from weasyprint.layout import float as floats

_resolve, _resolve_radii = percent.resolve_percentages, percent.resolve_radii_percentages
SIDES = ("top", "right", "bottom", "left")
LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in SIDES),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
CORNERS = [f"border_{row}_{side}_radius" for row in ("top", "bottom") for side in ("left", "right")]
SQUARE = dict.fromkeys(CORNERS, (0, 0))


def switch_on() -> None:
    for module in (absolute, block, column, floats, inline, page, table):
        module.resolve_percentages = _percentages
    background.resolve_radii_percentages = _radii


def _percentages(box: Any, containing_block: Any) -> None:
    used = box.style.__dict__.get("used")
    if used is None:
        used = box.style.used = _used(box.style)
    if used:
        box.__dict__.update(used)
    else:
        _resolve(box, containing_block)


def _used(style: Any) -> dict[str, Any]:
    """The attributes of every box of this style; nothing where a percentage has a say."""
    values = {name: style[name] for name in LENGTHS}
    if style["border_collapse"] == "collapse" or style["box_sizing"] != "content-box":
        return {}
    if any(each != "auto" and (check_math(each) or each.unit == "%") for each in values.values()):
        return {}
    used = {name: each if each == "auto" else each.value for name, each in values.items()}
    for name in ("min_width", "min_height"):
        used[name] = 0 if used[name] == "auto" else used[name]
    return used | {f"border_{side}_width": style[f"border_{side}_width"] for side in SIDES}


def _radii(box: Any) -> None:
    if _is_square(box.style):
        box.__dict__.update(SQUARE)
    else:
        _resolve_radii(box)


def _is_square(style: Any) -> bool:
    known: bool | None = style.__dict__.get("is_square")
    if known is None:
        known = style.is_square = all((0, "px") in style[corner] for corner in CORNERS)
    return known
