"""What a chart promises: the same drawing for the same values, nothing invented, nothing lost."""

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from portal.web.charts import GapBar, GrowthPoint, Series, gap_bars, growth_steps, radar
from portal.web.charts.lettering import width_of

SVG = "{http://www.w3.org/2000/svg}"
JAPANESE = [
    "関係構築", "課題解決・提案", "ライフサイクル支援", "データ・ツール",
    "知識", "仕組み・連携", "姿勢・リーダーシップ",
]  # fmt: skip
ENGLISH = [
    "Relationship", "Consulting", "Lifecycle", "Data & tools",
    "Knowledge", "Scale & collaboration", "Mindset & leadership",
]  # fmt: skip
FULL = [72.0, 65.0, 80.0, 41.0, 90.0, 55.0, 100.0]
HOSTILE = '"><script>alert(1)</script>&\x00\ud800'


def a_radar(*values: list[float | None], axes: list[str] = JAPANESE, title: str = "評価") -> Markup:
    series = [Series(f"系列{n}", one) for n, one in enumerate(values)]
    return radar(axes, series, title=title, summary="七つのカテゴリの評価")


def some_gap_bars(*bars: GapBar) -> Markup:
    return gap_bars(bars, title="伸びしろ", summary="上位", legend=("現在レベル", "目標レベル"))


def some_steps(*values: float | None) -> Markup:
    points = [GrowthPoint(f"202{n}年4月", value) for n, value in enumerate(values)]
    return growth_steps(points, title="推移", summary="三回の評価", target=(3, "目標レベル"))


CHARTS: list[Callable[[], Markup]] = [
    lambda: a_radar(list(FULL), [None, *FULL[1:]]),
    lambda: some_gap_bars(GapBar("IT知識", 5, 2), GapBar("提案力", None, 3, "未評価")),
    lambda: some_steps(1, None, 4),
]


def tree(chart: Markup) -> ET.Element:
    return ET.fromstring(chart)  # noqa: S314 - our own drawing, without entities


def parts(chart: Markup, tag: str, kind: str) -> list[ET.Element]:
    found = tree(chart).iter(SVG + tag)
    return [one for one in found if kind in one.get("class", "").split()]


def texts(chart: Markup) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart)


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_well_formed_and_named_for_those_who_cannot_see_it(
    chart: Callable[[], Markup],
) -> None:
    root = tree(chart())
    named = [root.find(SVG + "title"), root.find(SVG + "desc")]
    assert root.get("role") == "img"
    assert all(one is not None and one.text for one in named)
    assert root.get("aria-labelledby") == " ".join(
        one.get("id", "") for one in named if one is not None
    )


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_values_give_the_same_bytes(chart: Callable[[], Markup]) -> None:
    assert chart() == chart()


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_needs_no_style_and_no_script(chart: Callable[[], Markup]) -> None:
    assert not re.search(r"style=|<style|<script|href|on\w+=", chart())


def test_hostile_labels_stay_text() -> None:
    axes = [HOSTILE, *JAPANESE[1:]]
    drawings = [
        a_radar(list(FULL), axes=axes, title=HOSTILE),
        some_gap_bars(GapBar(HOSTILE, None, 3, HOSTILE)),
        growth_steps([GrowthPoint(HOSTILE, 1)], title=HOSTILE, summary=HOSTILE),
    ]
    for drawing in drawings:
        assert "<script" not in drawing
        assert tree(drawing) is not None


def test_a_full_profile_is_one_closed_line_with_a_mark_on_every_axis() -> None:
    (line,) = [
        one for one in parts(a_radar(list(FULL)), "path", "series-1") if "Z" in one.get("d", "")
    ]
    assert line.get("d", "").count("L") == len(FULL) - 1
    marks_on_axes_numbers_and_legend = 2 * len(FULL) + 1
    assert len(parts(a_radar(list(FULL)), "circle", "mark-1")) == marks_on_axes_numbers_and_legend


def test_an_axis_without_a_rating_is_a_gap_in_the_line_and_a_dash_beside_it() -> None:
    chart = a_radar([None, *FULL[1:]])
    lines = parts(chart, "path", "series-1")
    assert not [one for one in lines if "Z" in one.get("d", "")]
    assert texts(chart).count("–") == 1
    assert "0" not in texts(chart)
    assert "0" in texts(a_radar([0, *FULL[1:]]))


def test_a_line_runs_on_across_the_first_axis_when_the_gap_is_elsewhere() -> None:
    chart = a_radar([*FULL[:3], None, *FULL[4:]])
    assert max(one.get("d", "").count("L") for one in parts(chart, "path", "series-1")) == 5


def test_a_single_rating_between_gaps_is_a_mark_without_a_line() -> None:
    lone: list[float | None] = [50.0, None, None, None, None, None, None]
    only_the_legend = 1
    assert len(parts(a_radar(lone), "path", "series-1")) == only_the_legend


def test_three_series_differ_by_dash_and_by_mark() -> None:
    chart = a_radar(list(FULL), list(FULL), list(FULL))
    dashes = {
        kind: {
            one.get("stroke-dasharray")
            for one in parts(chart, "path", kind)
            if one.get("fill") == "none"
        }
        for kind in ("series-1", "series-2", "series-3")
    }
    assert len({frozenset(one) for one in dashes.values()}) == 3
    assert parts(chart, "circle", "mark-1")
    assert parts(chart, "path", "hollow")
    assert parts(chart, "path", "mark-3")


@pytest.mark.parametrize("axes", [JAPANESE, ENGLISH])
def test_long_category_names_stay_inside_the_drawing_and_apart(axes: list[str]) -> None:
    hundreds: list[float | None] = [100.0] * 7
    boxes = text_boxes(a_radar(hundreds, hundreds, hundreds, axes=axes))
    assert all(left >= 0 and right <= 460 for left, right, _, _ in boxes)
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if overlap(a, b)]


def text_boxes(chart: Markup) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each text of a chart, estimated as the layout does."""
    root = tree(chart)
    boxes = []
    for one in root.iter(SVG + "text"):
        size, x, y = (float(one.get(key, 0)) for key in ("font-size", "x", "y"))
        width = width_of(one.text or "", size)
        left = (
            x - {"start": 0.0, "middle": width / 2, "end": width}[one.get("text-anchor", "start")]
        )
        boxes.append((left, left + width, y - 0.8 * size, y + 0.2 * size))
    return boxes


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


@pytest.mark.parametrize("values", [[1.0], [*FULL, 1.0]])
def test_a_radar_refuses_a_series_that_does_not_fit_its_axes(values: list[float | None]) -> None:
    with pytest.raises(ValueError, match="one value per axis"):
        a_radar(values)


def test_a_gap_bar_prints_its_numbers_with_a_sign() -> None:
    chart = some_gap_bars(GapBar("a", 2, 4), GapBar("b", 5, 2), GapBar("c", 3, 3))
    assert {"2 → 4 (−2)", "5 → 2 (+3)", "3 → 3"} <= set(texts(chart))


def test_what_is_over_the_target_is_drawn_apart() -> None:
    assert len(parts(some_gap_bars(GapBar("a", 5, 2)), "rect", "over")) == 1
    assert not parts(some_gap_bars(GapBar("a", 2, 2)), "rect", "over")


def test_an_unrated_skill_has_its_state_in_words_and_no_bar() -> None:
    only_the_legend = 1
    chart = some_gap_bars(GapBar("提案力", None, 3, "未評価"))
    assert "未評価 → 3" in texts(chart)
    assert len(parts(chart, "rect", "mark-1")) == only_the_legend
    assert len(parts(some_gap_bars(GapBar("提案力", 0, 3)), "rect", "mark-1")) == 2


def test_a_long_skill_name_wraps_before_its_numbers() -> None:
    chart = some_gap_bars(GapBar("長い名前のスキル" * 6, 2, 3))
    boxes = text_boxes(chart)
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if overlap(a, b)]


def test_a_date_without_a_rating_interrupts_the_steps() -> None:
    only_rated_neighbours = 1
    lines = parts(some_steps(1, 2, None, 4), "path", "series-1")
    assert len(lines) == only_rated_neighbours
    assert "–" in texts(some_steps(1, 2, None, 4))


def test_a_level_holds_until_the_next_assessment() -> None:
    (line,) = parts(some_steps(1, 4), "path", "series-1")
    before, corner, after = re.findall(r"([\d.]+) ([\d.]+)", line.get("d", ""))
    assert corner == (after[0], before[1])


def test_growth_prints_every_value_its_date_and_the_target() -> None:
    chart = growth_steps(
        [GrowthPoint("2025年4月", 66.8), GrowthPoint("2025年10月", 90.0)],
        title="適合度", summary="二回", ceiling=100, target=(85, "目標水準"),
    )  # fmt: skip
    assert {"66.8", "90", "2025年4月", "2025年10月", "目標水準 85"} <= set(texts(chart))
