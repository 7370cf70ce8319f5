"""The ``portal`` command."""

import sys

from portal.cli.commands import portal


def main() -> None:
    """Run what the command line says and end with its exit code."""
    sys.exit(portal())
