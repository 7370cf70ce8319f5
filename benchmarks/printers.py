"""Two ways to print a page, both warm: our renderer and headless Chromium."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import processes
from portal.web.pdf import Renderers
from portal.web.pdf.renderer import STYLESHEET
from tests.browser import CHROMIUMS, QUIET

ANY_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Printer:
    """One way to print, and the processes that it takes."""

    print: Callable[[str], bytes]
    pids: set[int]


@contextmanager
def our_renderer() -> Iterator[Printer]:
    before = processes.children()
    with tempfile.TemporaryDirectory() as folder:
        renderers = Renderers(1, Path(folder))
        renderers.warm_up()
        pids = processes.children() - before
        yield Printer(lambda page: renderers.print(page, ANY_SECONDS), pids)
        renderers.close()


@contextmanager
def chromium() -> Iterator[Printer]:
    """Chromium with the driver that a program needs to print with it."""
    before = processes.children()
    style = f"<style>{STYLESHEET.read_text('utf-8')}</style></head>"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_found(), args=_arguments())
        tab = browser.new_page()

        def print_page(page: str) -> bytes:
            tab.set_content(page.replace("</head>", style, 1))
            return tab.pdf(prefer_css_page_size=True, tagged=True, outline=True)

        yield Printer(print_page, processes.children() - before)
        browser.close()


def _found() -> str:
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert path, "Chromium is missing: python3 dev.py bench installs it or says how"
    return path


def _arguments() -> list[str]:
    """As root Chromium has no sandbox to start in."""
    return [*QUIET, *["--no-sandbox"] * (os.geteuid() == 0)]
