"""The renderers of this web process: started when first needed, lent to one page at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from queue import Empty, LifoQueue

from portal.web.pdf.failures import RendererMissing, RenderersBusy
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
        """Start those that are idle, so that nobody waits for that later; returns at once.

        Raises RendererMissing; then the next page tries again.
        """
        idle = self._taken()
        try:
            for place, renderer in enumerate(idle):
                idle[place] = renderer or self.start()
        finally:
            self._put_back(idle)

    def close(self) -> None:
        """End those that are idle; the next page starts one again."""
        idle = self._taken()
        for renderer in idle:
            if renderer is not None:
                renderer.stop()
        self._put_back([None] * len(idle))

    def start(self) -> Renderer:
        """A new one. Raises RendererMissing where it cannot have its files or its process."""
        try:
            return Renderer(self._data_dir, self.fonts)
        except OSError as problem:
            raise RendererMissing(str(problem)) from problem

    def print(self, page: str, seconds: float = PAGE_SECONDS) -> bytes:
        """The page as a PDF. It waits ``seconds`` for its turn, and then for itself.

        Raises RendererMissing, RenderersBusy, PageTooSlow, PageRefused.
        """
        with self._lent(seconds) as renderer:
            return renderer.print(page, seconds)

    def _taken(self) -> list[Renderer | None]:
        """All that are idle; until they are put back no page gets one of them."""
        taken: list[Renderer | None] = []
        with suppress(Empty):
            while True:
                taken.append(self._idle.get_nowait())
        return taken

    def _put_back(self, taken: Iterable[Renderer | None]) -> None:
        for renderer in taken:
            self._idle.put(renderer)

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
