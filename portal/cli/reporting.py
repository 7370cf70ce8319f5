"""``portal report``: one report as a PDF file."""

from pathlib import Path

import click

from assessments.ratings import Relation
from assessments.text import LANGUAGES, Language
from portal import clock
from portal.access.standing import standing_of
from portal.cli.application import the_portal
from portal.cli.exits import NotFound, Unusable
from portal.cli.language import say, terminal_language
from portal.persistence import lines, people
from portal.reports.printing import Kind, Order, printed
from portal.web.pdf import NoPdf

KINDS: dict[str, tuple[Kind, Relation]] = {
    "csm": ("growth", Relation.SELF),
    "manager": ("manager", Relation.MANAGER),
}
"""For whom: which report, and from which side it is seen."""

MADE_BY = "portal report"


@click.command(
    help=say("能力レポートをPDFで保存します。", "Save a capability report as a PDF file.")
)
@click.argument("email")
@click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=terminal_language,
    help=say("レポートの言語", "Language of the report"),
)
@click.option(
    "--for",
    "reader",
    type=click.Choice(list(KINDS)),
    default="csm",
    show_default=True,
    help=say("誰に渡すレポートか", "Whom the report is for"),
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    required=True,
    help=say("保存先のファイル", "File to write"),
)
def report(email: str, language: Language, reader: str, out: Path) -> None:
    with the_portal() as app:
        pdf = _printed(email, language, reader, app.config["TIME_ZONE"])
    try:
        out.write_bytes(pdf)
    except OSError as problem:
        raise Unusable(
            say(f"保存できません: {problem}", f"The file cannot be written: {problem}")
        ) from problem
    click.echo(say(f"保存しました: {out}", f"Saved: {out}"))


def _printed(email: str, language: Language, reader: str, time_zone: str) -> bytes:
    kind, side = KINDS[reader]
    person = people.find_by_email(email)
    standing = standing_of(person.id, side) if person else None
    if person is None or standing is None:
        raise NotFound(
            say(
                f"{email} の評価結果はまだありません。",
                f"There is no result of {email} yet.",
            )
        )
    today = clock.today(time_zone)
    managers = lines.managers_of([person.id], today).get(person.id, ())
    order = Order(kind, person, language, today, MADE_BY, next(iter(managers), None))
    try:
        return printed(order, standing)
    except NoPdf as problem:
        raise Unusable(
            say(
                f"PDFを作成できません。portal doctor を実行してください: {problem}",
                f"No PDF can be made. Run portal doctor: {problem}",
            )
        ) from problem
