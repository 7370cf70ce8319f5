"""What ``portal doctor`` says about PDF reports."""

from dataclasses import dataclass

from assessments.text import Text
from portal.web.pdf.failures import NoPdf
from portal.web.pdf.renderer import Report
from portal.web.pdf.renderers import Renderers

PREFERRED_FONT = Text("帳票のフォントはBIZ UDPゴシックです。", "Reports are set in BIZ UDPGothic.")
SHIPPED_FONT = Text(
    "BIZ UDPゴシックがないため、帳票は同梱のNoto Sans JPで作成します。",
    "BIZ UDPGothic is not installed: reports are set in the Noto Sans JP that comes along.",
)
FAST = Text("フォントの埋め込みにHarfBuzzを使っています。", "HarfBuzz embeds the fonts.")
SLOW = Text(
    "libharfbuzz-subset がないため、帳票の作成に数秒余分にかかります。",
    "libharfbuzz-subset is missing: every report takes seconds longer.",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and whether it is as it should be."""

    is_good: bool
    text: Text


def health(renderers: Renderers) -> list[Finding]:
    """Start a renderer and ask it; takes a second or two."""
    report = _report(renderers)
    if report.problem:
        return [Finding(is_good=False, text=_missing(report.problem))]
    has_preferred = renderers.fonts.has_preferred
    return [
        Finding(True, Text(*[f"WeasyPrint {report.version}"] * 2)),
        Finding(report.subsets_fast, FAST if report.subsets_fast else SLOW),
        Finding(has_preferred, PREFERRED_FONT if has_preferred else SHIPPED_FONT),
    ]


def _report(renderers: Renderers) -> Report:
    renderer = renderers.start()
    try:
        return renderer.report()
    except NoPdf as problem:
        return Report(str(problem))
    finally:
        renderer.stop()


def _missing(problem: str) -> Text:
    return Text(
        f"PDFを作成できません。Pangoをインストールしてください: {problem}",
        f"No PDF can be made. Install Pango: {problem}",
    )
