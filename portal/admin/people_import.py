"""What a sheet of people would change; nothing is written here."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessments.text import Text
from portal.admin.people_checks import errors_in
from portal.admin.people_columns import PEOPLE_COLUMNS, Terms
from portal.admin.people_facts import Directory, differences_of, directory_of
from portal.admin.people_lines import PersonLine, read_lines
from portal.admin.people_wanted import Wanted, wanted_in
from portal.admin.plans import Change, Finding, ImportPlan, by_row, some_of
from portal.admin.reading.columns import column_errors, column_warnings, find_columns
from portal.persistence.people import Team
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer
from portal.web.spreadsheets import Sheet

BECOMES_MANAGER = Text(
    "部下がいるため、「上長」の役割も付きます: {names}",
    "These people have reports, so they get the role of manager too: {names}",
)
NEW_TEAMS = Text("新しく作られるチーム: {names}", "Teams that will be created: {names}")
HAVE_LEFT = Text(
    "退職済みの人です。情報は更新されますが、復職は画面から行ってください: {names}",
    "These people have left. Their data is updated; reactivate them in the browser: {names}",
)
NOT_RATED = Text(
    "タイプがないため、評価の対象になりません: {names}",
    "These people have no type, so they are not rated: {names}",
)


@dataclass(frozen=True)
class Known:
    """What the portal knows before the import. ``actor_id`` is None for the command line."""

    staff: Sequence[Staffer]
    teams: Sequence[Team]
    terms: Terms
    today: date
    actor_id: UUID | None


@dataclass(frozen=True)
class PeoplePlan(ImportPlan):
    """``wanted`` holds the people of ``changes``, in the same order."""

    wanted: tuple[Wanted, ...] = ()
    new_teams: tuple[str, ...] = ()


def plan_people(sheet: Sheet, known: Known) -> PeoplePlan:
    """Work out every change; errors name their rows."""
    found = find_columns(sheet, PEOPLE_COLUMNS)
    if refusals := column_errors(found):
        return PeoplePlan((), 0, (), refusals)
    directory = directory_of(known.staff, known.today)
    lines, findings = read_lines(sheet, found, known.terms)
    wanted = wanted_in(lines, directory, [team.name for team in known.teams])
    changes = tuple(each for each in wanted if each.is_change)
    touched = {each.email for each in changes}
    new_teams = _new_teams(changes, known.teams)
    misread = {each.row for each in findings if each.row}
    return PeoplePlan(
        changes=tuple(_change(each, known.terms) for each in changes),
        unchanged=sum(line.email not in touched for line in lines),
        warnings=(
            *column_warnings(found),
            *_warnings(changes, lines, new_teams, directory, misread),
        ),
        errors=by_row([*findings, *errors_in(wanted, directory, known.actor_id)]),
        wanted=changes,
        new_teams=new_teams,
    )


def _new_teams(changes: Sequence[Wanted], teams: Sequence[Team]) -> tuple[str, ...]:
    names = dict.fromkeys(each.after.team for each in changes if each.after.team)
    return tuple(name for name in names if name not in {team.name for team in teams})


def _change(wanted: Wanted, terms: Terms) -> Change:
    return Change(
        row=wanted.row,
        email=wanted.email,
        name=wanted.after.name,
        is_new=wanted.known is None,
        differences=differences_of(wanted.before, wanted.after, terms),
    )


def _warnings(
    changes: Sequence[Wanted],
    lines: Sequence[PersonLine],
    new_teams: Sequence[str],
    directory: Directory,
    misread: Collection[int],
) -> Iterator[Finding]:
    """What to know beside the errors; whoever stands in a misread row may well have a type."""
    asked_for = {line.email: line.roles for line in lines}
    named = {
        NEW_TEAMS: list(new_teams),
        BECOMES_MANAGER: [
            _called(each)
            for each in changes
            if Role.MANAGER in each.gains - asked_for.get(each.email, frozenset())
        ],
        HAVE_LEFT: [_called(each) for each in changes if directory.has_left(each.email)],
        NOT_RATED: [
            _called(each)
            for each in changes
            if _is_unrated_newcomer(each) and each.row not in misread
        ],
    }
    for wording, names in named.items():
        if names:
            some = some_of(names)
            ja, en = wording.ja.format(names=some.ja), wording.en.format(names=some.en)
            yield Finding(None, Text(ja, en))


def _called(wanted: Wanted) -> str:
    """The name, or the address where the file has none."""
    return wanted.after.name or wanted.email


def _is_unrated_newcomer(wanted: Wanted) -> bool:
    is_csm = Role.CSM in wanted.after.roles
    return wanted.known is None and is_csm and wanted.after.type_id is None
