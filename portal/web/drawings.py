"""The drawings of a result, with their words in the language of the page."""

from collections.abc import Iterable
from fractions import Fraction

from flask_babel import gettext
from markupsafe import Markup

from assessments.results import Result, category_fits
from assessments.scoring import as_percent
from portal.access.standing import Standing
from portal.web.charts import GapBar, GrowthPoint, Series, gap_bars, growth_steps, radar
from portal.web.filters import day, percent
from portal.web.language import tr

LEAST_POINTS = 2
MOST_BARS = 10


def radar_of(result: Result) -> Markup:
    """Category fits of the level that counts, and of each side where it rated otherwise."""
    axes = [tr(each.category.name) for each in result.categories]
    counting = _percents(each.fit for each in result.categories)
    sides = {
        gettext("Self"): [line.self_answer for line in result.skills],
        gettext("Manager"): [line.manager_answer for line in result.skills],
    }
    series = [Series(gettext("Current level"), counting)]
    for name, answers in sides.items():
        fits = _percents(category_fits(result, answers))
        if fits != counting and any(fit is not None for fit in fits):
            series.append(Series(name, fits))
    summary = ", ".join(
        f"{tr(each.category.name)} {percent(each.fit)}" for each in result.categories
    )
    return radar(axes, series, title=gettext("Fit by category"), summary=summary)


def gaps_of(result: Result) -> Markup:
    """Level against target of the most urgent gaps."""
    bars = [
        GapBar(tr(gap.requirement.skill.name), int(gap.level), int(gap.requirement.target))
        for gap in result.gaps[:MOST_BARS]
    ]
    return gap_bars(
        bars,
        title=gettext("Room to grow by priority"),
        summary=gettext("%(n)s skills are below their target.", n=len(result.gaps)),
        legend=(gettext("Level"), gettext("Target")),
    )


def fits_of(standing: Standing) -> Markup | None:
    """Fit over time; None while there are fewer than two rounds to compare."""
    seen = [each for each in reversed(standing.history) if each.record.round.is_revealed]
    if len(seen) < LEAST_POINTS:
        return None
    points = [GrowthPoint(day(each.record.started_on), _percent(each.result.fit)) for each in seen]
    summary = ", ".join(
        f"{day(each.record.started_on)} {percent(each.result.fit)}" for each in seen
    )
    return growth_steps(points, title=gettext("Fit over time"), summary=summary, ceiling=100)


def _percents(fits: Iterable[Fraction | None]) -> list[float | None]:
    return [_percent(fit) for fit in fits]


def _percent(fit: Fraction | None) -> float | None:
    return None if fit is None else float(as_percent(fit))
