"""The check-up of an installation: what is unsafe for production, and what to do about it.

Each module looks at one side and yields a finding for everything it looked at, good or not.
"""

from collections.abc import Iterator

from portal.checkup import database, exposure, libraries, reports, storage
from portal.checkup.findings import Finding, Verdict
from portal.config import Settings

__all__ = ["Finding", "Verdict", "check_up"]


def check_up(settings: Settings, *, is_debug: bool) -> Iterator[Finding]:
    """Every finding, inside the context of the application; takes a second or two."""
    yield from exposure.findings(settings, is_debug=is_debug)
    stored = list(storage.findings(settings))
    yield from stored
    if not any(each.check in storage.HIDES_THE_REST and not each.is_good for each in stored):
        yield from database.findings()
    yield from libraries.findings()
    yield from reports.findings(settings)
