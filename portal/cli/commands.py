"""The command with everything it can do."""

import click

from portal.cli.backups import backup, restore
from portal.cli.demonstrating import demo
from portal.cli.doctor import doctor
from portal.cli.installing import init
from portal.cli.language import say
from portal.cli.people import people
from portal.cli.ratings import ratings
from portal.cli.reporting import report
from portal.cli.results import result
from portal.cli.serving import serve


@click.group(
    help=say(
        "CSMスキルポータルの管理コマンド。\n\n"
        "終了コード: 0 成功、1 拒否または入力の誤り、2 使い方の誤り、"
        "3 見つからない、4 環境や設定の問題",
        "Run the CSM Skill Portal.\n\n"
        "Exit codes: 0 done, 1 refused or invalid input, 2 wrong usage, "
        "3 not found, 4 the set-up is not usable",
    )
)
def portal() -> None:
    pass


for command in (
    *(init, demo, serve, doctor, backup, restore),
    *(people, ratings, result, report),
):
    portal.add_command(command)
