"""Templates: the forms that come with a lesson, as data that becomes a sheet or a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessments.text import Text
from content.formulas import Formula


class TemplateKind(StrEnum):
    """The file to make: one worksheet per part, or one part after another."""

    SHEET = "sheet"
    DOCUMENT = "document"


class ColumnKind(StrEnum):
    """What one types into a column. ``percent`` holds shares: 0.5 prints as 50 %."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"

    @property
    def is_number(self) -> bool:
        return self in (ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.PERCENT)


Cell = Text | int | float


@dataclass(frozen=True, slots=True)
class Field:
    """A label with ``lines`` (1 to 12) empty lines to write on."""

    label: Text
    hint: Text | None
    lines: int


@dataclass(frozen=True, slots=True)
class Item:
    """A statement that one can tick."""

    text: Text
    hint: Text | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``width`` in characters.

    At most one of ``choices`` and ``formula`` is there; a formula computes from other columns of
    the same row. ``total`` adds the column up below it.
    """

    id: str
    label: Text
    kind: ColumnKind
    width: int
    choices: tuple[Text, ...]
    formula: Formula | None
    total: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """A part to write in: label after label."""

    id: str
    heading: Text
    note: Text | None
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """A part to tick: statement after statement."""

    id: str
    heading: Text
    note: Text | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A table to fill in: ``rows`` filled already, by column id, then ``blank`` empty ones."""

    id: str
    heading: Text
    note: Text | None
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Cell], ...]
    blank: int
    landscape: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """Model wording: a mail or a script; blanks to fill in stand in brackets."""

    id: str
    heading: Text
    note: Text | None
    paragraphs: tuple[Text, ...]


Part = Fields | Checks | Form | Prose


@dataclass(frozen=True, slots=True)
class Template:
    """One form. ``name`` is that of the file, without language and ending."""

    name: str
    kind: TemplateKind
    title: Text
    note: Text | None
    parts: tuple[Part, ...]
