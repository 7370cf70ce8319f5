"""Charts as SVG made of plain values: the same drawing on the page and in the report."""

from portal.web.charts.gap_bars import GapBar, gap_bars
from portal.web.charts.growth_steps import GrowthPoint, growth_steps
from portal.web.charts.radar import Series, radar

__all__ = ["GapBar", "GrowthPoint", "Series", "gap_bars", "growth_steps", "radar"]
