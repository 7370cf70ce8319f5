"""Plans: what an import would change, worked out before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from babel.dates import format_date

from assessments.refusals import Refusal
from assessments.text import LANGUAGES, Text
from portal.web.filters import DATE


class PlanChanged(Refusal):
    """Between preview and import something changed that the file is about."""

    wording = Text(
        "プレビューのあとにデータが変わりました。もう一度プレビューを確かめてください。",
        "The data changed after the preview. Check the preview again.",
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell about a row; None for the file as a whole.

    ``field`` is the field of the form of one person that it is about, "" for none.
    """

    row: int | None
    text: Text
    field: str = ""

    @property
    def words(self) -> Text:
        """The text with its row before it."""
        if self.row is None:
            return self.text
        return Text(f"{self.row}行目: {self.text.ja}", f"Row {self.row}: {self.text.en}")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value before and after; an empty text where there was or will be none."""

    field: str
    label: Text
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one person, or of the round of one day. ``row`` is where it says so."""

    row: int
    email: str
    name: str
    is_new: bool
    differences: tuple[Difference, ...]
    on: date | None = None


@dataclass(frozen=True)
class ImportPlan:
    """All changes of an import; it may only be carried out while ``errors`` is empty."""

    changes: tuple[Change, ...]
    unchanged: int
    warnings: tuple[Finding, ...]
    errors: tuple[Finding, ...]

    @property
    def new(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.is_new)

    @property
    def changed(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if not change.is_new)

    @cached_property
    def digest(self) -> str:
        """The same for two plans that would do the same."""
        return sha256(repr((self.changes, self.errors)).encode()).hexdigest()


def by_row(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of the file; what is about the whole file first."""
    return tuple(sorted(findings, key=lambda each: each.row or 0))


def named(name: str) -> Text:
    """A name, which is the same in both languages."""
    return Text(name, name)


def joined(texts: Iterable[Text]) -> Text:
    texts = list(texts)
    return Text("、".join(text.ja for text in texts), ", ".join(text.en for text in texts))


def day_text(day: date | None) -> Text:
    """The day as each language writes it; an empty text for None."""
    return Text(*(format_date(day, DATE[each], each) if day else "" for each in LANGUAGES))


def some_of(names: Sequence[str], most: int = 5) -> Text:
    """The first few names, and how many there are in all where that is more."""
    first = named("、".join(names[:most]))
    if len(names) <= most:
        return Text(first.ja, ", ".join(names))
    return Text(
        f"{first.ja} ほか、計{len(names)}件",
        f"{', '.join(names[:most])} and more, {len(names)} in all",
    )
