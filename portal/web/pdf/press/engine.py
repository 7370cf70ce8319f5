"""WeasyPrint set up once: fonts and stylesheet stay, pages come and go."""

import logging
from collections.abc import Sequence

from weasyprint import CSS, __version__
from weasyprint.text.ffi import harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration

from . import letters
from .fetcher import DenyAll
from .finishing import finish
from .markup import Page

VARIANT = "pdf/ua-1"
SAMPLE = (
    '<html lang="ja"><head><title>見本</title></head><body><h1>見本 Sample</h1><table><tr>'
    "<th>語</th><td><strong>重み 1</strong></td></tr></table></body></html>"
)


class PageFlawed(Exception):
    """WeasyPrint complained about a page: what it printed is not fit to be handed out."""


class Complaints(logging.Handler):
    """Keeps what WeasyPrint warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


class Engine:
    """Prints pages in one stylesheet with the fonts of this process's FONTCONFIG_FILE.

    ``fonts`` are the files that these are read from. Raises PageFlawed for a stylesheet that
    WeasyPrint does not take whole.
    """

    subsets_fast = bool(harfbuzz_subset)
    """Whether fonts are cut down by HarfBuzz; in Python it takes seconds for each page."""

    version: str = __version__

    def __init__(self, stylesheet: str, fonts: Sequence[str]) -> None:
        self._complaints = Complaints()
        logging.getLogger("weasyprint").addHandler(self._complaints)
        self._held = letters.held_by(fonts)
        self._fonts = FontConfiguration()
        self._style = CSS(string=stylesheet, font_config=self._fonts, url_fetcher=DenyAll())
        self._object()
        self.print(SAMPLE)

    def print(self, page: str) -> bytes:
        """The page as a tagged PDF; the same bytes for the same page.

        Raises PageFlawed when something on it could not be printed as it should.
        """
        self._complaints.heard.clear()
        pdf: bytes = Page(letters.printable(page, self._held)).write_pdf(
            stylesheets=[self._style],
            font_config=self._fonts,
            pdf_variant=VARIANT,
            finisher=finish,
        )
        self._object()
        return pdf

    def _object(self) -> None:
        """Raises PageFlawed with the first of the complaints that have come up."""
        if self._complaints.heard:
            raise PageFlawed(self._complaints.heard[0])
