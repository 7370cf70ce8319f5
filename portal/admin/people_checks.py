"""What may not be, however well each row reads by itself."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from assessments.text import Text
from portal.admin.people_columns import MANAGER, ROLES
from portal.admin.people_facts import Directory
from portal.admin.people_wanted import Wanted, managers_on
from portal.admin.plans import Finding
from portal.admin.reporting import rings
from portal.persistence.roles import Role

MOST_DRAWN = 6
"""People of a ring that a message names."""

NAME_MISSING = Text("新しい人には氏名が必要です。", "A new person needs a name.")
ONESELF = Text("自分自身を上長にすることはできません。", "Nobody can be their own manager.")
NO_MANAGER = Text(
    "上長「{email}」が見つかりません。ファイルに加えるか、アドレスを確かめてください。",
    "The manager “{email}” is not known. Add them to the file, or check the address.",
)
LEFT = Text("上長「{email}」はすでに退職しています。", "The manager “{email}” has left.")
RING = Text(
    "上長の関係が一周しています: {ring}",
    "These people would manage one another: {ring}",
)
LAST_ADMIN = Text(
    "管理者が一人もいなくなります。", "This would leave the portal without an administrator."
)
OWN_ROLE = Text(
    "自分の役割は増やせません。別の管理者に依頼するか、コマンドラインで取り込んでください。",
    "You cannot give yourself a role. Ask another administrator, or import on the command line.",
)


def errors_in(
    wanted: Sequence[Wanted],
    directory: Directory,
    actor_id: UUID | None,
    no_manager: Text = NO_MANAGER,
) -> Iterator[Finding]:
    """Everything that forbids the change as a whole.

    ``no_manager`` says that nobody has the manager's address, ``{email}``.
    """
    emails = {each.email for each in wanted} | directory.by_email.keys()
    for each in wanted:
        if not each.after.name:
            yield Finding(each.row, NAME_MISSING)
        if each.after.manager:
            yield from _manager_errors(each, each.after.manager, emails, directory, no_manager)
        if each.known and each.known.person.id == actor_id and each.gains:
            yield Finding(each.row, OWN_ROLE)
    yield from _ring_errors(wanted, directory)
    yield from _admin_errors(wanted, directory)


def _manager_errors(
    wanted: Wanted, manager: str, emails: set[str], directory: Directory, no_manager: Text
) -> Iterator[Finding]:
    if manager == wanted.email:
        yield Finding(wanted.row, ONESELF, MANAGER.id)
    elif manager not in emails:
        yield Finding(wanted.row, no_manager.formatted(email=manager), MANAGER.id)
    elif wanted.new_manager and directory.has_left(manager):
        yield Finding(wanted.row, LEFT.formatted(email=manager), MANAGER.id)


def _ring_errors(wanted: Sequence[Wanted], directory: Directory) -> Iterator[Finding]:
    """One for each ring, at the first of its rows, on the first day it would be there."""
    rows = {each.email: each.row for each in wanted}
    told: set[frozenset[str]] = set()
    for day in _days(directory):
        for ring in rings(managers_on(day, wanted, directory)):
            if len(ring) > 1 and frozenset(ring) not in told:
                told.add(frozenset(ring))
                row = min((rows[email] for email in ring if email in rows), default=None)
                yield Finding(row, RING.formatted(ring=_drawn(ring)), MANAGER.id)


def _days(directory: Directory) -> Sequence[date]:
    """Today and every later day on which a line begins that is planned already."""
    starts = {line.starts_on for staffer in directory.by_email.values() for line in staffer.lines}
    return [directory.today, *sorted(day for day in starts if day > directory.today)]


def _drawn(ring: Sequence[str]) -> str:
    shown = [*ring, ring[0]] if len(ring) <= MOST_DRAWN else [*ring[:MOST_DRAWN], "…"]
    return " → ".join(shown)


def _admin_errors(wanted: Sequence[Wanted], directory: Directory) -> Iterator[Finding]:
    before = {
        email
        for email, staffer in directory.by_email.items()
        if Role.ADMIN in staffer.roles and not directory.has_left(email)
    }
    after = {each.email: Role.ADMIN in each.after.roles for each in wanted}
    lost = [each for each in wanted if each.email in before and not after[each.email]]
    kept = {email for email, is_admin in after.items() if is_admin} | before - after.keys()
    if lost and not any(not directory.has_left(email) for email in kept):
        yield Finding(lost[0].row, LAST_ADMIN, ROLES.id)
