"""Statistics as they are written: a value with its interval, and where it comes from."""

from collections.abc import Callable

from flask import Flask
from flask_babel import gettext

from assessments.statistics.figures import Figure, Measurement
from portal.web.filters import MINUS, word

NO_BREAK = "\N{NO-BREAK SPACE}"
SHOWN_OF_SNAPSHOT = 12
"""Hexadecimal digits of a snapshot that are printed; enough to tell two data sets apart."""


def install(app: Flask) -> None:
    """Give templates the filters of this module under their own names."""
    for each in (in_levels, in_signed_levels, in_percent, signed_levels, provenance):
        app.add_template_filter(each, each.__name__)


def in_levels(figure: Figure) -> str:
    """``0.86 [0.70, 1.02]``: the value and its 95 % interval."""
    return _with_interval(figure, lambda value: f"{value:.2f}")


def in_signed_levels(figure: Figure) -> str:
    """``+0.35 [+0.10, +0.60]``."""
    return _with_interval(figure, signed_levels)


def in_percent(figure: Figure) -> str:
    """``83.9% [67.4%, 92.9%]``, of a share from 0 to 1."""
    return _with_interval(figure, lambda value: f"{100 * value:.1f}%")


def signed_levels(value: float) -> str:
    """Two decimals with their sign: +0.35, −1.20 or ±0.00."""
    written = f"{value:+.2f}"
    return "±0.00" if float(written) == 0 else written.replace("-", MINUS)


def provenance(measurement: Measurement) -> str:
    """Method with its version, its source, and the data in short."""
    method = measurement.method
    return gettext(
        "%(source)s; method %(id)s, version %(version)s; data %(snapshot)s",
        source=method.source,
        id=method.id,
        version=method.version,
        snapshot=measurement.snapshot[:SHOWN_OF_SNAPSHOT],
    )


def _with_interval(figure: Figure, written: Callable[[float], str]) -> str:
    if figure.reason:
        return word(figure.reason)
    if figure.value is None or figure.interval is None:
        return written(figure.value or 0.0)
    low, high = written(figure.interval.low), written(figure.interval.high)
    return f"{written(figure.value)} [{low},{NO_BREAK}{high}]"
