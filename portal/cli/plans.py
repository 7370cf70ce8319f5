"""A plan on the terminal: what would change, what is wrong."""

from itertools import islice

import click

from portal.admin.plans import Change, ImportPlan
from portal.cli.exits import Refused
from portal.cli.language import say, tell

MOST_ERRORS = 20
MOST_CHANGES = 50


def show_plan(plan: ImportPlan) -> None:
    """Print the plan. Raises Refused after the first errors when there are any."""
    for warning in plan.warnings:
        click.echo(say("注意: ", "Note: ") + tell(warning.words))
    if plan.errors:
        raise Refused("\n".join(_error_lines(plan)))
    for change in islice(plan.changes, MOST_CHANGES):
        click.echo(_change_line(change))
    if len(plan.changes) > MOST_CHANGES:
        rest = len(plan.changes) - MOST_CHANGES
        click.echo(say(f"…ほか{rest}件", f"… and {rest} more"))
    click.echo(counts(plan))


def counts(plan: ImportPlan) -> str:
    new, changed = len(plan.new), len(plan.changed)
    return say(
        f"新規 {new}件、変更 {changed}件、変更なし {plan.unchanged}件",
        f"{new} new, {changed} changed, {plan.unchanged} unchanged",
    )


def _error_lines(plan: ImportPlan) -> list[str]:
    total = len(plan.errors)
    lines = [tell(error.words) for error in plan.errors[:MOST_ERRORS]]
    if total > MOST_ERRORS:
        lines.append(say(f"…エラーは全部で{total}件です。", f"… {total} errors in all."))
    lines.append(say("何も取り込んでいません。", "Nothing was imported."))
    return lines


def _change_line(change: Change) -> str:
    mark = "+" if change.is_new else "~"
    told = "; ".join(
        f"{tell(each.label)}: {tell(each.before) or '–'} → {tell(each.after) or '–'}"
        for each in change.differences
    )
    return f"{mark} {change.email} {change.name}: {told}"
