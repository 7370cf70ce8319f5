"""``portal doctor``: names what is unsafe for production."""

import json
from collections import Counter
from collections.abc import Sequence

import click

from assessments.text import Text
from portal import create_app
from portal.checkup import Finding, Verdict, check_up
from portal.cli.application import the_settings
from portal.cli.exits import Refused
from portal.cli.language import say, tell

MARKS = {
    Verdict.GOOD: Text("良好  ", "ok     "),
    Verdict.NOTE: Text("確認  ", "note   "),
    Verdict.UNSAFE: Text("要対応", "UNSAFE "),
}


@click.command(
    help=say(
        "この環境を点検し、本番運用で危険な点と対処方法を示します。要対応があれば終了コードは1です。",
        "Examine this installation: what is unsafe for production, and what to do. "
        "Exit code 1 when there is anything.",
    )
)
@click.option("--json", "as_json", is_flag=True, help=say("JSONで出力", "Print JSON"))
def doctor(as_json: bool) -> None:
    settings = the_settings()
    app = create_app(settings)
    with app.app_context():
        found = list(check_up(settings, is_debug=app.debug))
    _tell_json(found) if as_json else _tell(found)
    unsafe = Counter(each.verdict for each in found)[Verdict.UNSAFE]
    if unsafe:
        raise Refused(
            say(
                f"本番運用の前に対応が必要な点: {unsafe}件",
                f"To put right before production: {unsafe}",
            )
        )


def _tell(found: Sequence[Finding]) -> None:
    for each in found:
        click.echo(f"{tell(MARKS[each.verdict])} {tell(each.text)}")


def _tell_json(found: Sequence[Finding]) -> None:
    document = {
        "is_safe": all(each.verdict is not Verdict.UNSAFE for each in found),
        "findings": [
            {"check": each.check, "verdict": each.verdict.value, "text": tell(each.text)}
            for each in found
        ],
    }
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
