"""One row, cell by cell: each reading gives a value, or None and a finding that says why."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from email_validator import EmailNotValidError, validate_email

from assessments.text import Text
from portal.admin.plans import Finding
from portal.admin.reading.columns import Column, Found
from portal.admin.reading.days import read_day
from portal.admin.reading.words import Words
from portal.persistence.people import normal_email
from portal.web.spreadsheets import Row

Meaning = TypeVar("Meaning")

SHOWN = 40
"""Characters of a cell that a message repeats."""

EMPTY = Text("{head}が空です。", "{head} is empty.")
NO_ADDRESS = Text(
    "{head}「{cell}」はメールアドレスの形式ではありません。",
    "{head} “{cell}” is not an e-mail address.",
)
NO_DAY = Text(
    "{head}「{cell}」は日付として読めません。2025-04-01のように入力してください。",
    "{head} “{cell}” is not a date. Write it like 2025-04-01.",
)
UNKNOWN = Text("{head}「{cell}」は登録されていません。", "{head} “{cell}” is not known.")
GUESS = Text("「{name}」ではありませんか。", " Did you mean “{name}”?")
TOO_LONG = Text(
    "{head}は{limit}文字以内で入力してください(現在{length}文字)。",
    "Keep {head} to {limit} characters or fewer (now {length}).",
)
ONE_LINE = Text("{head}に改行があります。", "{head} has a line break in it.")


@dataclass(frozen=True, slots=True)
class Cells:
    """A row under its heads. ``findings`` grows while the cells are read."""

    row: Row
    found: Found
    findings: list[Finding] = field(default_factory=list)

    def text(self, column: Column) -> str:
        return self.found.cell(self.row, column.id)

    def short(self, column: Column, limit: int) -> str | None:
        """One line of at most ``limit`` characters."""
        if "\n" in self.text(column):
            self.refuse(column, ONE_LINE)
        return self.long(column, limit) or None

    def long(self, column: Column, limit: int) -> str:
        text = self.text(column)
        if len(text) > limit:
            self.refuse(column, TOO_LONG, limit=limit, length=len(text))
        return text

    def address(self, column: Column) -> str | None:
        """An e-mail address, needed, in the form in which addresses are kept."""
        email = normal_email(self.text(column))
        if is_address(email):
            return email
        self.refuse(column, NO_ADDRESS if email else EMPTY)
        return None

    def day(self, column: Column) -> date | None:
        text = self.text(column)
        day = read_day(text)
        if text and day is None:
            self.refuse(column, NO_DAY)
        return day

    def word(self, column: Column, words: Words[Meaning]) -> Meaning | None:
        text = self.text(column)
        return self.meaning(column, words, text) if text else None

    def meaning(self, column: Column, words: Words[Meaning], word: str) -> Meaning | None:
        """What one of the words in a cell means."""
        meaning = words.meaning_of(word)
        if meaning is None:
            name = words.nearest_to(word)
            guess = GUESS.formatted(name=name) if name else Text("", "")
            whole = Text(UNKNOWN.ja + guess.ja, UNKNOWN.en + guess.en)
            self.refuse(column, whole, cell=_shortened(word))
        return meaning

    def refuse(self, column: Column, text: Text, **values: object) -> None:
        """Note what is wrong with a cell."""
        known = {"cell": _shortened(self.text(column))} | values
        ja = text.ja.format(head=column.head.ja, **known)
        en = text.en.format(head=column.head.en, **known)
        self.findings.append(Finding(self.row.number, Text(ja, en)))


def is_address(text: str) -> bool:
    """Whether mail could be sent there; addresses inside a closed network count too."""
    try:
        validate_email(text, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return False
    return True


def _shortened(cell: str) -> str:
    return cell if len(cell) <= SHOWN else cell[:SHOWN] + "…"
