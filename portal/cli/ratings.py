"""``portal ratings``: import ratings that were kept elsewhere."""

from pathlib import Path

import click

from portal import clock
from portal.admin.actions import import_ratings as acts
from portal.cli.application import the_portal
from portal.cli.files import DRY_RUN, SHEET, open_sheet
from portal.cli.language import say
from portal.cli.plans import show_plan
from portal.persistence import database


@click.group(help=say("評価の取り込み", "Import ratings."))
def ratings() -> None:
    pass


@ratings.command(
    "import",
    help=say(
        "CSVまたはExcelファイルから過去の評価を取り込みます。"
        "すべて取り込むか、何もしないかのどちらかです。",
        "Import ratings from a CSV or Excel file: all of it or nothing.",
    ),
)
@click.argument("file", type=SHEET)
@DRY_RUN
def import_ratings(file: Path, dry_run: bool) -> None:
    sheet = open_sheet(file)
    with the_portal() as app:
        today = clock.today(app.config["TIME_ZONE"])
        if dry_run:
            plan = acts.preview_ratings(sheet, by=None, today=today)
            acts.record_reading(plan, by=None, now=clock.now())
            show_plan(plan)
            return
        database.begin_writing()
        show_plan(acts.import_ratings(sheet, by=None, today=today, now=clock.now()))
