"""The ``portal`` command."""

import sys

import click

from portal.cli import wording
from portal.cli.commands import portal
from portal.cli.exits import INTERRUPTED


def main() -> None:
    """Run what the command line says and end with its exit code."""
    click.Context.formatter_class = wording.Formatter
    try:
        sys.exit(portal.main(standalone_mode=False))
    except click.UsageError as error:
        wording.show(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
