"""Whether reports can be printed."""

from collections.abc import Iterator

from assessments.text import Text
from portal.checkup.findings import Finding, Verdict, judged
from portal.config import Settings


def findings(settings: Settings) -> Iterator[Finding]:
    """Starts a renderer and asks it."""
    from portal.web.pdf import Renderers, health  # noqa: PLC0415 (not before it is needed)

    try:
        found = health(Renderers(1, settings.data_dir))
    except OSError as problem:
        yield Finding("reports", Verdict.UNSAFE, _cannot(problem))
        return
    for each in found:
        otherwise = Verdict.UNSAFE if each.is_grave else Verdict.NOTE
        yield judged("reports", each.is_good, each.text, each.text, otherwise=otherwise)


def _cannot(problem: OSError) -> Text:
    return Text(
        f"帳票を作成できません。PORTAL_DATA_DIR に書き込めるようにしてください: {problem}",
        f"No report can be made. Let the portal write to PORTAL_DATA_DIR: {problem}",
    )
