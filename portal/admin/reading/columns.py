"""Which column of a sheet holds what, in whatever order and language the heads are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.text import Text
from portal.admin.plans import Finding
from portal.admin.reading.words import Words, both
from portal.web.spreadsheets import Row, Sheet

MISSING = Text("見出し「{head}」の列がありません。", "There is no column headed “{head}”.")
TWICE = Text(
    "見出し「{head}」にあたる列が2つ以上あります。",
    "More than one column is headed “{head}” or means the same.",
)
UNKNOWN = Text("読み取らない列: {heads}", "Columns that are not read: {heads}")


@dataclass(frozen=True, slots=True)
class Column:
    """``head`` is what the template says; ``aliases`` are understood too.

    ``note`` says what may stand in the column.
    """

    id: str
    head: Text
    note: Text
    aliases: tuple[str, ...] = ()
    is_needed: bool = False

    @property
    def both_heads(self) -> str:
        """The head in both languages, as the templates have it."""
        return f"{self.head.ja} / {self.head.en}"


@dataclass(frozen=True, slots=True)
class Found:
    """Where each column stands in a sheet, and what could not be placed."""

    places: Mapping[str, int]
    missing: tuple[Text, ...]
    unknown: tuple[str, ...]
    twice: tuple[Text, ...]

    def cell(self, row: Row, column_id: str) -> str:
        """The text of a cell; "" where the sheet has no such column."""
        place = self.places.get(column_id)
        return row.cells[place] if place is not None else ""


def find_columns(sheet: Sheet, columns: Sequence[Column]) -> Found:
    """Match the heads of the sheet with the columns that are understood."""
    words = Words({column.id: _names(column) for column in columns})
    meanings = [words.meaning_of(head) if head else None for head in sheet.heads]
    return Found(
        places={meaning: place for place, meaning in enumerate(meanings) if meaning},
        missing=tuple(
            column.head for column in columns if column.is_needed and column.id not in meanings
        ),
        unknown=tuple(
            head
            for head, meaning in zip(sheet.heads, meanings, strict=True)
            if head and not meaning
        ),
        twice=tuple(column.head for column in columns if meanings.count(column.id) > 1),
    )


def column_errors(found: Found) -> tuple[Finding, ...]:
    """Columns that are needed and missing, or there more than once."""
    missing = [_about(MISSING, head) for head in found.missing]
    return (*missing, *(_about(TWICE, head) for head in found.twice))


def column_warnings(found: Found) -> tuple[Finding, ...]:
    """Columns that are not understood and so not read."""
    return (Finding(None, UNKNOWN.formatted(heads="、".join(found.unknown))),) * bool(found.unknown)


def _names(column: Column) -> tuple[str, ...]:
    return both(column.head, column.both_heads, *column.aliases)


def _about(wording: Text, head: Text) -> Finding:
    return Finding(None, Text(wording.ja.format(head=head.ja), wording.en.format(head=head.en)))
