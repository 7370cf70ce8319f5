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
        harmless.words("ja"),
        harmless.words("en"),
    )


def _area(table: Table) -> UnfairArea:
    return UnfairArea(
        table.word("id"),
        table.text("name"),
        table.text("why"),
        table.text("instead"),
        table.words("ja"),
        table.words("en"),
    )
