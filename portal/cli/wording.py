"""What the command-line library says by itself, in Japanese where the terminal speaks it."""

from typing import Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from portal.cli.language import say, terminal_language

HEADINGS = {"Options": "オプション", "Commands": "コマンド"}
SHOW_HELP = "Show this message and exit."


class Formatter(click.HelpFormatter):
    """Help with its headings in the language of the terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, say("使い方: ", "Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(say(HEADINGS.get(heading, heading), heading))

    def write_dl(self, rows: Any, *args: Any, **values: Any) -> None:
        told = say("このヘルプを表示します。", SHOW_HELP)
        plain = [(term, told if text == SHOW_HELP else text) for term, text in rows]
        super().write_dl(plain, *args, **values)


def show(error: click.UsageError) -> None:
    """Print how the command is used, and what was wrong with the words typed."""
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return
    if error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
        path = error.ctx.command_path
        click.echo(say(f"詳しくは: {path} --help", f"For help: {path} --help"), err=True)
    click.echo(explained(error), err=True)


def explained(error: click.UsageError) -> str:
    if terminal_language() == "en":
        return error.format_message()
    match error:
        case NoSuchCommand():
            return f"「{error.command_name}」というコマンドはありません。"
        case click.NoSuchOption():
            return f"「{error.option_name}」というオプションはありません。"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"{parameter.get_error_hint(error.ctx)} を指定してください。"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{parameter.get_error_hint(error.ctx)}: {_wanted(parameter, error.message)}"
    return error.format_message()


def _wanted(parameter: click.Parameter, message: str) -> str:
    """What a value has to be."""
    match parameter.type:
        case click.Path():
            return "ファイルを開けません。"
        case click.IntRange() as whole:
            return f"{whole.min}〜{whole.max}の整数で指定してください。"
        case click.Choice() as choice:
            return f"{'、'.join(choice.choices)}のいずれかで指定してください。"
    return message
