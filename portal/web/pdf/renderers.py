"""The renderers of this web process: started when first needed, lent to one page at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from queue import Empty, LifoQueue

from portal.web.pdf.failures import RenderersBusy
from portal.web.pdf.fonts import Fonts, find_fonts
from portal.web.pdf.renderer import Renderer

PAGE_SECONDS = 20
"""Longest that a page may take by the clock on the wall."""


class Renderers:
    """A fixed number of renderers, for as many threads as there are."""

    def __init__(self, count: int, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._idle: LifoQueue[Renderer | None] = LifoQueue()
        for _ in range(count):
            self._idle.put(None)

    @cached_property
    def fonts(self) -> Fonts:
        return find_fonts(self._data_dir)

    def warm_up(self) -> None:
        """Start those that are idle, so that nobody waits for that later; returns at once."""
        for renderer in [self._idle.get_nowait() for _ in range(self._idle.qsize())]:
            self._idle.put(renderer or self.start())

    def close(self) -> None:
        """End those that are idle; the next page starts one again."""
        for renderer in [self._idle.get_nowait() for _ in range(self._idle.qsize())]:
            if renderer is not None:
                renderer.stop()
            self._idle.put(None)

    def start(self) -> Renderer:
        return Renderer(self._data_dir, self.fonts)

    def print(self, page: str, seconds: float = PAGE_SECONDS) -> bytes:
        """The page as a PDF. It waits ``seconds`` for its turn, and then for itself.

        Raises RendererMissing, RenderersBusy, PageTooSlow, PageRefused.
        """
        with self._lent(seconds) as renderer:
            return renderer.print(page, seconds)

    @contextmanager
    def _lent(self, seconds: float) -> Iterator[Renderer]:
        """A renderer for one page; one that is not fit any more makes room for a new one."""
        try:
            renderer = self._idle.get(timeout=seconds)
        except Empty:
            raise RenderersBusy("every renderer is at work") from None
        try:
            if renderer is None or not renderer.is_fit:
                renderer = self.start()
            yield renderer
        finally:
            self._idle.put(renderer if renderer is not None and renderer.is_fit else None)
