"""Fair selection from ``fairness.toml``."""

from assessments.fair_selection import FairSelection, UnfairArea, UnfairPractice
from assessments.loading.documents import Table


def fairness_in(document: Table) -> FairSelection:
    harmless = document.table("harmless")
    return FairSelection(
        tuple(map(_area, document.tables("areas"))),
        tuple(
            UnfairPractice(each.word("id"), each.text("name"), each.text("why"))
            for each in document.tables("practices")
        ),
        words_in(harmless, "ja"),
        words_in(harmless, "en"),
    )


def words_in(table: Table, key: str) -> tuple[str, ...]:
    """The words of a list, none empty and none twice."""
    value = table.values.get(key)
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise table.error(key, "must be a list of words")
    if len(set(value)) != len(value):
        raise table.error(key, "has a word twice")
    return tuple(value)


def _area(table: Table) -> UnfairArea:
    return UnfairArea(
        table.word("id"),
        table.text("name"),
        table.text("why"),
        table.text("instead"),
        words_in(table, "ja"),
        words_in(table, "en"),
    )
