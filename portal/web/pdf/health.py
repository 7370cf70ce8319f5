"""What ``portal doctor`` says about PDF reports."""

from dataclasses import dataclass

from assessments.text import Text
from portal.web.pdf.failures import NoPdf, RendererMissing
from portal.web.pdf.renderer import Renderer, Report
from portal.web.pdf.renderers import Renderers

PREFERRED_FONT = Text("帳票のフォントはBIZ UDPゴシックです。", "Reports are set in BIZ UDPGothic.")
SHIPPED_FONT = Text(
    "BIZ UDPゴシックがないため、帳票は同梱のNoto Sans JP(太字なし)で作成します。"
    "fonts-morisawa-bizud-gothic(Debian・Ubuntu)をインストールするか、"
    "BIZUDPGothic-Regular.ttf と BIZUDPGothic-Bold.ttf を "
    "/usr/local/share/fonts に置いてください。",
    "BIZ UDPGothic is not installed: reports are set in the Noto Sans JP that comes along, which "
    "has no bold. Install fonts-morisawa-bizud-gothic (Debian, Ubuntu), or put "
    "BIZUDPGothic-Regular.ttf and BIZUDPGothic-Bold.ttf into /usr/local/share/fonts.",
)
FAST = Text("フォントの埋め込みにHarfBuzzを使っています。", "HarfBuzz embeds the fonts.")
SLOW = Text(
    "libharfbuzz-subset がないため、帳票の作成に数秒余分にかかります。"
    "libharfbuzz-subset0(Debian・Ubuntu)または harfbuzz(Fedora)をインストールしてください。",
    "libharfbuzz-subset is missing: every report takes seconds longer. "
    "Install libharfbuzz-subset0 (Debian, Ubuntu) or harfbuzz (Fedora).",
)
NO_LIBRARY = "cannot load library"
"""What cffi says of a library that is not installed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and whether it is as it should be."""

    is_good: bool
    text: Text
    is_grave: bool = False
    """Whether no PDF can be made while it is not good."""


def health(renderers: Renderers) -> list[Finding]:
    """Start a renderer and ask it; takes a second or two."""
    try:
        renderer = renderers.start()
    except RendererMissing as problem:
        return [Finding(False, _unstarted(problem), is_grave=True)]
    report = _report(renderer)
    if report.problem:
        return [Finding(False, _cannot(report.problem), is_grave=True)]
    has_preferred = renderers.fonts.has_preferred
    return [
        _engine(report),
        Finding(report.subsets_fast, FAST if report.subsets_fast else SLOW),
        Finding(has_preferred, PREFERRED_FONT if has_preferred else SHIPPED_FONT),
    ]


def _report(renderer: Renderer) -> Report:
    try:
        return renderer.report()
    except NoPdf as problem:
        return Report(str(problem))
    finally:
        renderer.stop()


def _engine(report: Report) -> Finding:
    name = f"WeasyPrint {report.version}"
    if report.is_faster:
        return Finding(True, Text(name, name))
    text = Text(
        f"{name} は requirements.lock のバージョンではないため、帳票の作成に時間がかかります。",
        f"{name} is not the version of requirements.lock: every report takes longer.",
    )
    return Finding(False, text)


def _unstarted(problem: RendererMissing) -> Text:
    return Text(
        f"PDFを作成できません。PORTAL_DATA_DIR に書き込めるようにしてください: {problem}",
        f"No PDF can be made. Let the portal write to PORTAL_DATA_DIR: {problem}",
    )


def _cannot(problem: str) -> Text:
    if NO_LIBRARY in problem:
        return Text(
            f"PDFを作成できません。Pangoをインストールしてください: {problem}",
            f"No PDF can be made. Install Pango: {problem}",
        )
    return Text(f"PDFを作成できません: {problem}", f"No PDF can be made: {problem}")
