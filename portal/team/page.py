"""The page of the matrix: who is in reach, what was asked for, and what that shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from werkzeug.datastructures import MultiDict

from portal.access.people import Viewer
from portal.team.asked import Asked, layout_in
from portal.team.forms import SelectionForm, selection_form
from portal.team.reach import Reach, reach_of
from portal.team.sheet import Sheet
from portal.team.teammates import Teammate, teammates_of


@dataclass(frozen=True)
class Page:
    """Everybody in scope, the form as it was filled in, and the matrix that this gives."""

    reach: Reach
    everybody: tuple[Teammate, ...]
    form: SelectionForm
    sheet: Sheet

    @property
    def asked(self) -> Asked:
        return self.sheet.asked

    @cached_property
    def rated(self) -> int:
        """How many of everybody have a result."""
        return sum(each.result is not None for each in self.everybody)

    @property
    def under_way(self) -> int:
        """How many have an open round."""
        return sum(each.progress.started_on is not None for each in self.everybody)

    @property
    def waiting(self) -> Sequence[Teammate]:
        """Whose round is open, and who has neither a round nor a result."""
        return [each for each in self.everybody if each.is_waiting]


def page_of(viewer: Viewer, today: date, arguments: MultiDict[str, str]) -> Page:
    """The page of this address for this viewer; a handful of queries whatever the team's size."""
    layout, reach = layout_in(arguments), reach_of(viewer, today)
    everybody = teammates_of(reach.within(layout.scope), viewer.id)
    form = selection_form(arguments, everybody)
    asked = replace(layout, selection=form.selection())
    people = tuple(each for each in everybody if asked.selection.takes_person(each))
    return Page(reach, everybody, form, Sheet(asked, people))
