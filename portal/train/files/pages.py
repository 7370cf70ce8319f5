"""One worksheet: how it prints, and how far down it is filled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assessments.text import Language, Text
from portal.train.files.looks import Looks

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
MARGINS = {"left": 0.7, "right": 0.5, "top": 0.6, "bottom": 0.7}
LINE = 18
"""Points of height that a written line takes."""

GAP = 10
SCALE = {"title": 1.5, "heading": 1.3}
TITLE_WIDTH = 0.66
"""Large letters fill a line sooner."""


class Page:
    """A worksheet; ``row`` is the next one to write in."""

    def __init__(self, sheet: "Worksheet", looks: Looks, language: Language) -> None:
        self.sheet, self.looks, self.language = sheet, looks, language
        self.widths: Sequence[int] = ()
        self.row = 0

    def told(self, text: Text) -> str:
        return text.in_language(self.language)

    def set_up(self, title: Text, widths: Sequence[int], *, is_wide: bool) -> None:
        """Columns, paper, and the foot of every page."""
        self.widths = widths
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.set_paper(A4)
        if is_wide:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(**MARGINS)
        self.sheet.hide_gridlines(2)
        foot = self.told(title).replace("&", "&&")
        self.sheet.set_footer(f"&L&8{foot}&R&8&P / &N")

    def gap(self) -> None:
        self.sheet.set_row(self.row, GAP)
        self.row += 1

    def across(self, text: Text, look: str) -> None:
        """One text over all columns, as high as it needs."""
        words, width = self.told(text), sum(self.widths)
        room = int(width * TITLE_WIDTH) if look == "title" else width
        self.height(self.looks.lines(words, room) * SCALE.get(look, 1))
        self.cells(0, len(self.widths) - 1, words, look)
        self.row += 1

    def head(self, labels: Sequence[Text]) -> None:
        """The heads of a table, printed again on every page."""
        self.sheet.repeat_rows(self.row)
        self.sheet.freeze_panes(self.row + 1, 0)
        words = [self.told(label) for label in labels]
        self.height(max(map(self.looks.lines, words, self.widths)), 6)
        for column, each in enumerate(words):
            self.sheet.write_string(self.row, column, each, self.looks["head"])
        self.row += 1

    def height(self, lines: float, more: float = 0) -> None:
        self.sheet.set_row(self.row, LINE * lines + more)

    def cells(self, first: int, last: int, words: str, look: str, hint: str = "") -> None:
        """Words in the cells from ``first`` to ``last`` of this row, a hint in small below them."""
        plain = self.looks[look]
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, "", plain)
        if hint:
            strong, small = self.looks[f"{look}_words"], self.looks["hint"]
            self.sheet.write_rich_string(self.row, first, strong, words, small, f"\n{hint}", plain)
        elif words:
            self.sheet.write_string(self.row, first, words, plain)
        else:
            self.sheet.write_blank(self.row, first, None, plain)

    def close(self) -> None:
        self.sheet.print_area(0, 0, self.row - 1, len(self.widths) - 1)
