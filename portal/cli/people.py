"""``portal people``: list them, import them."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from assessments.text import Text
from portal import clock
from portal.admin.actions import import_people as acts
from portal.cli.application import the_portal
from portal.cli.columns import lined_up
from portal.cli.files import DRY_RUN, SHEET, open_sheet
from portal.cli.language import say, terminal_language
from portal.cli.plans import show_plan
from portal.persistence import database, staff
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer

HEADS = Text(
    "メールアドレス 氏名 チーム 上長 タイプ バンド 役割 開始日 退職日",
    "E-mail Name Team Manager Type Band Roles Start Left",
)


@click.group(help=say("人の一覧と取り込み", "List and import people."))
def people() -> None:
    pass


@people.command("list", help=say("全員を一覧にします。", "List everybody."))
@click.option("--json", "as_json", is_flag=True, help=say("JSONで出力", "Print JSON"))
def list_people(as_json: bool) -> None:
    with the_portal() as app:
        today = clock.today(app.config["TIME_ZONE"])
        listed = staff.everybody(today)
        emails = {each.person.id: each.person.email for each in listed}
        told = [_told(each, emails, today) for each in listed]
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in lined_up([HEADS.in_language(terminal_language()).split(), *map(_columns, told)]):
        click.echo(line)


@people.command(
    "import",
    help=say(
        "CSVまたはExcelファイルから人を取り込みます。すべて取り込むか、何もしないかのどちらかです。",
        "Import people from a CSV or Excel file: all of it or nothing.",
    ),
)
@click.argument("file", type=SHEET)
@DRY_RUN
def import_people(file: Path, dry_run: bool) -> None:
    sheet = open_sheet(file)
    with the_portal() as app:
        today = clock.today(app.config["TIME_ZONE"])
        if dry_run:
            show_plan(acts.preview_people(sheet, by=None, today=today))
            return
        database.begin_writing()
        show_plan(acts.import_people(sheet, by=None, today=today, now=clock.now()))


def _told(staffer: Staffer, emails: Mapping[UUID, str], today: date) -> dict[str, Any]:
    """One person in the words of the sheets, which people import takes back."""
    person = staffer.person
    manager_id = staffer.manager_on(today)
    return {
        "email": person.email,
        "name": person.name,
        "team": person.team.name if person.team else None,
        "manager": emails[manager_id] if manager_id else None,
        "type": person.type_id,
        "band": person.band.value,
        "roles": [role.value for role in Role if role in staffer.roles],
        "start_date": person.starts_on.isoformat() if person.starts_on else None,
        "left_on": person.left_on.isoformat() if person.left_on else None,
    }


def _columns(one: dict[str, Any]) -> list[str]:
    """One line of the table; a dash for nothing."""
    values = one | {"roles": ",".join(one["roles"])}
    return [str(value or "–") for value in values.values()]
