"""How a command ends when it cannot do what it was asked: a message and an exit code."""

from typing import IO, Any

import click

OK, REFUSED, USAGE, NOT_FOUND, ENVIRONMENT = range(5)
"""0 done, 1 refused or invalid input, 2 wrong usage, 3 not found, 4 the set-up is not usable."""

INTERRUPTED = 130


class Stop(click.ClickException):
    """Ends the command; the message goes to the error stream as it is."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), file=file, err=file is None)


class Refused(Stop):
    exit_code = REFUSED


class NotFound(Stop):
    exit_code = NOT_FOUND


class Unusable(Stop):
    exit_code = ENVIRONMENT
