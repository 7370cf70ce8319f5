"""An import of people is kept whole or not at all, on both databases."""

from datetime import date

import pytest
from flask import Flask

from portal.admin.actions.import_people import import_people, preview_people
from portal.admin.people_import import PeoplePlan
from portal.admin.plans import PlanChanged
from portal.persistence import accounts, database, lines, people, roles
from portal.persistence.roles import Role
from portal.web.spreadsheets import Sheet, read_sheet
from tests import audit_log, builders
from tests.builders import MORNING
from tests.portal.queries import counted
from tests.portal.sheets import PEOPLE_HEADS, csv_of

TODAY = date(2026, 11, 1)
FILE = csv_of(
    PEOPLE_HEADS,
    ("髙橋 花子", "hana@example.com", "東日本", "ken@example.com", "オンボーディング専門型"),
    ("森 健", "ken@example.com", "東日本", "", "CSリーダー型"),
)


def run(sheet: Sheet, digest: str | None = None) -> PeoplePlan:
    database.begin_writing()
    return import_people(sheet, by=None, today=TODAY, now=MORNING, digest=digest)


def test_an_import_writes_people_lines_roles_teams_and_accounts(either_app: Flask) -> None:
    with either_app.app_context():
        run(read_sheet(FILE))
        hana, ken = (
            people.find_by_email("hana@example.com"),
            people.find_by_email("ken@example.com"),
        )
        assert hana
        assert ken
        assert hana.team == ken.team
        assert hana.name == "髙橋 花子"
        assert lines.managers_of([hana.id], TODAY)[hana.id] == (ken.id,)
        assert roles.roles_of(ken.id, TODAY) == {Role.CSM, Role.MANAGER}
        account = accounts.find(hana.id)
        assert account
        assert account.password is None


def test_a_second_run_changes_nothing(either_app: Flask) -> None:
    with either_app.app_context():
        run(read_sheet(FILE))
        plan = run(read_sheet(FILE))
        assert (plan.changes, plan.unchanged) == ((), 2)


def test_one_error_keeps_everything_out(either_app: Flask) -> None:
    broken = FILE + csv_of(("誰か", "who@example.com", "", "", "王様"))
    with either_app.app_context():
        plan = run(read_sheet(broken))
        assert [error.row for error in plan.errors] == [4]
        assert people.count() == 0


def test_every_person_and_the_import_itself_are_in_the_log(either_app: Flask) -> None:
    with either_app.app_context():
        run(read_sheet(FILE))
        events = audit_log.latest(limit=10)
        assert [event.action for event in events] == [
            *("people_imported", "person_added", "person_added")
        ]
        assert events[0].details == {"added": 2, "changed": 0, "unchanged": 0}
        assert "team" in events[1].details["fields"]


def test_a_preview_writes_nothing(either_app: Flask) -> None:
    with either_app.app_context():
        assert len(preview_people(read_sheet(FILE), by=None, today=TODAY).new) == 2
        database.commit()
        assert people.count() == 0


def test_a_plan_that_is_another_one_by_now_is_not_carried_out(either_app: Flask) -> None:
    sheet = read_sheet(FILE)
    with either_app.app_context():
        digest = preview_people(sheet, by=None, today=TODAY).digest
    builders.a_person(either_app, "Ken")
    with either_app.app_context(), pytest.raises(PlanChanged):
        run(sheet, digest)


def test_a_change_keeps_what_the_file_does_not_mention(either_app: Flask) -> None:
    boss = builders.a_manager(either_app)
    hana = builders.a_person(either_app, "Hana Sato", manager=boss)
    file = csv_of(("Name", "E-mail", "Band"), ("花子", hana.email, "senior"))
    with either_app.app_context():
        run(read_sheet(file))
        found = people.find(hana.id)
        assert found
        assert (found.name, found.type_id, found.language) == ("花子", hana.type_id, "en")
        assert lines.managers_of([hana.id], TODAY)[hana.id] == (boss.id,)


def test_a_new_manager_counts_from_today_on(either_app: Flask) -> None:
    ken, mei = builders.a_manager(either_app), builders.a_manager(either_app, "Mei Ono")
    hana = builders.a_person(either_app, manager=ken)
    file = csv_of(("Name", "E-mail", "Manager"), ("", hana.email, mei.email))
    with either_app.app_context():
        run(read_sheet(file))
        assert lines.managers_of([hana.id], date(2026, 10, 31))[hana.id] == (ken.id,)
        assert lines.managers_of([hana.id], TODAY)[hana.id] == (mei.id,)


def test_a_thousand_people_cost_few_queries(either_app: Flask) -> None:
    rows = [
        (f"P{n}", f"p{n}@example.com", f"T{n % 9}", "p0@example.com" * (n > 0)) for n in range(1000)
    ]
    sheet = read_sheet(csv_of(PEOPLE_HEADS[:4], *rows))
    with either_app.app_context():
        assert len(run(sheet).new) == 1000
        with counted() as statements:
            run(sheet)
        assert len(statements) < 10
