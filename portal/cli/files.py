"""Spreadsheets named on the command line."""

from pathlib import Path

import click

from portal.cli.exits import Refused
from portal.cli.language import say, tell
from portal.web.spreadsheets import Sheet, UnreadableSheet, read_sheet

SHEET = click.Path(exists=True, dir_okay=False, path_type=Path)
DRY_RUN = click.option(
    "--dry-run", is_flag=True, help=say("変更内容の確認だけ", "Only show what would change")
)


def open_sheet(path: Path) -> Sheet:
    """Raises Refused with what is wrong with the file."""
    try:
        return read_sheet(path.read_bytes())
    except UnreadableSheet as refused:
        raise Refused(tell(refused.message)) from refused
