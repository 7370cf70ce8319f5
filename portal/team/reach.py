"""Whom a manager has under her today: direct reports, and those who report to them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from portal.access.people import Member, Viewer
from portal.access.rules import Permission, may
from portal.persistence import lines, people


class Scope(StrEnum):
    """How far down the line the matrix looks."""

    DIRECT = "direct"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Reach:
    """Everybody in the manager's line who is rated, by name."""

    members: tuple[Member, ...]
    manager_id: UUID

    @property
    def direct(self) -> tuple[Member, ...]:
        return tuple(each for each in self.members if each.managers[0] == self.manager_id)

    @property
    def has_more(self) -> bool:
        """Whether the line reaches further than the direct reports."""
        return len(self.direct) < len(self.members)

    def within(self, scope: Scope) -> tuple[Member, ...]:
        return self.direct if scope is Scope.DIRECT else self.members


def reach_of(viewer: Viewer, today: date) -> Reach:
    """The people whose results this manager may read today because they report to her."""
    managers = _managers_below(viewer.id, today)
    found = (Member(each, managers[each.id]) for each in people.among(list(managers)))
    readable = (each for each in found if may(viewer, Permission.READ_RESULT, each))
    return Reach(tuple(each for each in readable if _is_here(each, today)), viewer.id)


def _managers_below(manager_id: UUID, today: date) -> dict[UUID, tuple[UUID, ...]]:
    """For everybody one or two steps below, the managers on the way up to this one."""
    direct = lines.reports_of(manager_id, today)
    managers: dict[UUID, tuple[UUID, ...]] = {}
    for nearest, reports in lines.reports_by_manager(direct, today).items():
        managers |= dict.fromkeys(reports, (nearest, manager_id))
    managers |= dict.fromkeys(direct, (manager_id,))
    managers.pop(manager_id, None)
    return managers


def _is_here(member: Member, today: date) -> bool:
    left_on = member.person.left_on
    return member.person.type_id is not None and (left_on is None or left_on > today)
