"""Reasons: why two people who were one level apart settled as they did."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from assessments.text import Language

FILE = Path(__file__).parent / "reasons.toml"


class Reasons:
    """Hands out every reason of the file once; "" when there is none left."""

    def __init__(self) -> None:
        languages = tomllib.loads(FILE.read_text("utf-8"))
        self._left: dict[tuple[str, str], Iterator[str]] = {
            (language, side): iter(reasons)
            for language, sides in languages.items()
            for side, reasons in sides.items()
        }

    def next(self, language: Language, *, is_higher: bool) -> str:
        return next(self._left[language, "higher" if is_higher else "lower"], "")
