"""How the cells of a form look: fonts, frames and the formats of figures."""

import math
import unicodedata
from typing import TYPE_CHECKING, Any

from assessments.text import Language
from content.templates import ColumnKind
from portal.train.files.style import FONT, INK, LINE, QUIET, SHADE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FIGURES = {
    ColumnKind.NUMBER: "#,##0.##",
    ColumnKind.MONEY: "#,##0",
    ColumnKind.PERCENT: "0.0%",
}
DATES = {"ja": 'yyyy"年"m"月"d"日"', "en": "d mmm yyyy"}

FRAMED = {
    "border": 1,
    "border_color": f"#{LINE}",
    "text_wrap": True,
    "valign": "vcenter",
    "indent": 1,
}
CELLS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "text_wrap": True, "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 12, "text_wrap": True, "valign": "vcenter"},
    "note": {"font_color": f"#{QUIET}", "text_wrap": True, "valign": "top"},
    "prose": {"text_wrap": True, "valign": "top"},
    "head": {**FRAMED, "bold": True, "bg_color": f"#{SHADE}"},
    "label": {**FRAMED, "bg_color": f"#{SHADE}", "bold": True},
    "entry": FRAMED,
    "box": {**FRAMED, "align": "center", "indent": 0, "font_size": 13},
    "label_words": {"bold": True},
    "entry_words": {},
    "hint": {"font_color": f"#{QUIET}", "font_size": 9},
}


class Looks:
    """The formats of one workbook, made when they are first asked for."""

    def __init__(self, book: "Workbook", language: Language) -> None:
        self._book, self._language = book, language
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> "Format":
        return self._format(name, CELLS[name])

    def figure(self, kind: ColumnKind, *, is_computed: bool = False) -> "Format":
        """An entry of this kind; what is computed is shaded."""
        shown = FIGURES.get(kind) or (DATES[self._language] if kind is ColumnKind.DATE else None)
        more = {"num_format": shown} if shown else {}
        shade = {"bg_color": f"#{SHADE}"} if is_computed else {}
        return self._format(f"{kind}{is_computed}", {**FRAMED, **more, **shade})

    def lines(self, words: str, width: int) -> int:
        """How many lines the words take in a column of this width."""
        return sum(
            max(1, math.ceil(_breadth(line) / max(1, width - 2))) for line in words.split("\n")
        )

    def _format(self, name: str, values: dict[str, Any]) -> "Format":
        if name not in self._made:
            font = {"font_name": FONT[self._language], "font_color": f"#{INK}", "font_size": 10.5}
            self._made[name] = self._book.add_format({**font, **values})
        return self._made[name]


def _breadth(line: str) -> float:
    """Widths of digits that a line takes; letters of East Asia are two wide."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line) * 1.08
