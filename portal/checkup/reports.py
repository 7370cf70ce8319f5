"""Whether reports can be printed."""

from collections.abc import Iterator

from portal.checkup.findings import Finding, Verdict, judged
from portal.config import Settings


def findings(settings: Settings) -> Iterator[Finding]:
    """Starts a renderer and asks it."""
    from portal.web.pdf import Renderers, health  # noqa: PLC0415 (not before it is needed)

    for each in health(Renderers(1, settings.data_dir)):
        otherwise = Verdict.UNSAFE if each.is_grave else Verdict.NOTE
        yield judged("reports", each.is_good, each.text, each.text, otherwise=otherwise)
