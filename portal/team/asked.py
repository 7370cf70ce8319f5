"""What the address of the matrix asks for, and addresses that ask for a little else."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from werkzeug.datastructures import MultiDict

from portal.library import library
from portal.team.reach import Scope
from portal.team.selection import Selection

Arguments = dict[str, str]

BETWEEN = "."
"""Stands between the folded categories of an address."""


class Order(StrEnum):
    """What the people are sorted by."""

    NAME = "name"
    FIT = "fit"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Asked:
    """Scope, order, folded categories and selection; unknown words in an address ask nothing."""

    scope: Scope = Scope.DIRECT
    order: Order = Order.NAME
    is_reversed: bool = False
    folded: frozenset[str] = frozenset()
    selection: Selection = field(default_factory=Selection)

    def within(self, scope: str) -> Self:
        return replace(self, scope=Scope(scope))

    def sorted_by(self, order: str) -> Self:
        """The same, sorted so; the other way round where it is sorted so already."""
        is_again = order == self.order and not self.is_reversed
        return replace(self, order=Order(order), is_reversed=is_again)

    def turned(self, category_id: str) -> Self:
        """The same with this category folded, or opened again."""
        return self.folding(self.folded ^ {category_id})

    def folding(self, category_ids: Iterable[str]) -> Self:
        return replace(self, folded=frozenset(category_ids))

    def on_skill(self, skill_id: str) -> Self:
        """The same people with one skill only."""
        return replace(self, selection=replace(self.selection, skill_id=skill_id))

    @property
    def layout(self) -> Arguments:
        """The part of the address that is not the selection; what is usual is left out."""
        words = {
            "scope": self.scope.value if self.scope is not Scope.DIRECT else "",
            "sort": self._sort,
            "fold": BETWEEN.join(sorted(self.folded)),
        }
        return {key: each for key, each in words.items() if each}

    @property
    def arguments(self) -> Arguments:
        """Everything, as url_for takes it."""
        chosen = {
            "type": self.selection.type_id,
            "team": self.selection.team_id,
            "skill": self.selection.skill_id,
            "at_least": self.selection.at_least,
            "at_most": self.selection.at_most,
            "source": self.selection.source,
        }
        return self.layout | {key: str(each) for key, each in chosen.items() if each is not None}

    @property
    def _sort(self) -> str:
        if self.is_reversed:
            return f"-{self.order}"
        return "" if self.order is Order.NAME else self.order.value


def layout_in(arguments: MultiDict[str, str]) -> Asked:
    """Scope, order and folded categories of an address, without a selection."""
    scope, sort = arguments.get("scope", ""), arguments.get("sort", "")
    word = sort.removeprefix("-")
    return Asked(
        Scope(scope) if scope in list(Scope) else Scope.DIRECT,
        Order(word) if word in list(Order) else Order.NAME,
        sort.startswith("-"),
        frozenset(arguments.get("fold", "").split(BETWEEN)) & library().categories.keys(),
    )
