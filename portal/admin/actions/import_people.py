"""Importing people: read what is known, plan, and write all of it or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from portal.admin.newcomers import newcomer
from portal.admin.people_columns import terms_of
from portal.admin.people_import import Known, PeoplePlan, plan_people
from portal.admin.people_wanted import Wanted, access_told
from portal.admin.plans import PlanChanged
from portal.library import library
from portal.persistence import accounts, audit, database, lines, maps, people, roles, staff
from portal.persistence.people import Person, Team
from portal.web.spreadsheets import Sheet


def preview_people(sheet: Sheet, *, by: UUID | None, today: date) -> PeoplePlan:
    """What ``import_people`` would do."""
    return plan_people(sheet, _known(by, today))


def import_people(
    sheet: Sheet, *, by: UUID | None, today: date, now: datetime, digest: str | None = None
) -> PeoplePlan:
    """Carry out the plan for this sheet, unless it has errors; the plan.

    ``digest`` is that of the plan that was previewed. Raises PlanChanged when the plan for the
    same sheet is another one now.
    """
    staff.lock()
    known = _known(by, today)
    plan = plan_people(sheet, known)
    if digest is not None and digest != plan.digest:
        raise PlanChanged
    if not plan.errors:
        _record(plan, _write(plan, known, now), by, now)
        database.commit()
    return plan


def _known(by: UUID | None, today: date) -> Known:
    types = [each.publication.type for each in maps.current()]
    return Known(
        staff=staff.everybody(today),
        teams=people.teams(),
        terms=terms_of(types, library().bands),
        today=today,
        actor_id=by,
    )


def _write(plan: PeoplePlan, known: Known, now: datetime) -> Mapping[str, UUID]:
    """Everybody's id by address."""
    teams = {team.name: team for team in known.teams}
    teams |= {name: people.add_team(name) for name in plan.new_teams}
    persons = {each.email: _person(each, teams) for each in plan.wanted}
    ids = {each.person.email: each.person.id for each in known.staff}
    ids |= {email: person.id for email, person in persons.items()}
    people.save_all(list(persons.values()), now)
    accounts.open_all([ids[each.email] for each in plan.wanted if each.known is None])
    roles.change_all(
        {ids[each.email]: each.after.roles for each in plan.wanted if each.has_new_roles},
        known.today,
    )
    lines.change_all(
        {ids[each.email]: ids[each.new_manager] for each in plan.wanted if each.new_manager},
        known.today,
    )
    return ids


def _person(wanted: Wanted, teams: Mapping[str, Team]) -> Person:
    after = wanted.after
    return replace(
        wanted.known.person if wanted.known else newcomer(wanted.email),
        name=after.name,
        team=teams[after.team] if after.team else None,
        type_id=after.type_id,
        band=after.band,
        starts_on=after.starts_on,
    )


def _record(plan: PeoplePlan, ids: Mapping[str, UUID], by: UUID | None, now: datetime) -> None:
    """One event for each person and one for the import."""
    for change, wanted in zip(plan.changes, plan.wanted, strict=True):
        fields = [each.field for each in change.differences]
        audit.record(
            "person_added" if change.is_new else "person_changed",
            actor_id=by,
            at=now,
            subject_id=ids[change.email],
            fields=fields,
            is_imported=True,
            **access_told(wanted, ids, fields),
        )
    audit.record(
        "people_imported",
        actor_id=by,
        at=now,
        added=len(plan.new),
        changed=len(plan.changed),
        unchanged=plan.unchanged,
    )
