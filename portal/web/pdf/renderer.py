"""One renderer: a process of its own that turns pages into PDFs."""

import json
import os
import socket
import struct
import subprocess
import sys
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from portal.web.pdf.failures import PageRefused, PageTooSlow, RendererMissing
from portal.web.pdf.fonts import SHIPPED, Fonts, configure

HERE = Path(__file__).parent
STYLESHEET = HERE.parents[2] / "static" / "css" / "document.css"
START_SECONDS = 60
PAGES_IN_A_LIFE = 500
"""After so many pages a renderer is replaced, should anything have leaked."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a renderer found when it started. ``problem`` says why it cannot print, or is empty."""

    problem: str = ""
    version: str = ""
    subsets_fast: bool = False
    is_faster: bool = False
    """Whether the faster ways through WeasyPrint are taken."""


class Renderer:
    """Gets ready by itself once it is made; the first page waits for that.

    ``faster`` takes the same bytes out of WeasyPrint in less time; see ``press.faster``.
    """

    def __init__(self, data_dir: Path, fonts: Fonts, *, faster: bool = True) -> None:
        self._pages = 0
        self._report: Report | None = None
        self._line, theirs = Pipe()
        self._process = _start(theirs, configure(fonts, data_dir))
        theirs.close()
        self.stop = weakref.finalize(self, _stop, self._process, self._line)
        order = {
            "stylesheet": STYLESHEET.read_text("utf-8"),
            "fonts": [str(file) for file in fonts.files],
            "shipped": str(SHIPPED),
            "faster": faster,
        }
        self._line.send_bytes(json.dumps(order).encode())

    @property
    def is_fit(self) -> bool:
        """Whether it can take a page: it runs, and has not printed too many."""
        return self._process.poll() is None and self._pages < PAGES_IN_A_LIFE

    @property
    def process_id(self) -> int:
        return self._process.pid

    def report(self) -> Report:
        """What the renderer says about itself. Raises PageTooSlow if it does not start."""
        if self._report is None:
            self._report = Report(**json.loads(self._answer(START_SECONDS)))
        return self._report

    def print(self, page: str, seconds: float) -> bytes:
        """The page as a PDF; a renderer that does not answer in time or dies is not fit any more.

        Raises RendererMissing, PageTooSlow, PageRefused.
        """
        if problem := self.report().problem:
            raise RendererMissing(problem)
        self._pages += 1
        answer = self._answer(seconds, to=page.encode("utf-8", "surrogatepass"))
        if not answer.startswith(b"+"):
            raise PageRefused(answer[1:].decode("utf-8", "replace"))
        return answer[1:]

    def _answer(self, seconds: float, to: bytes | None = None) -> bytes:
        """What it says, to a page or by itself; it has ``seconds`` to take the page in, too."""
        try:
            if to is not None:
                _limit_sending(self._line, seconds)
                self._line.send_bytes(to)
            if self._line.poll(seconds):
                return self._line.recv_bytes()
        except BlockingIOError:
            pass
        except (EOFError, OSError):
            self.stop()
            raise PageRefused("the renderer died") from None
        self.stop()
        raise PageTooSlow(f"no answer within {seconds} s")


def _start(line: Connection, fonts_conf: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  runs this very Python on a module of ours
        [sys.executable, "-m", "press", str(line.fileno())],
        cwd=HERE,
        env=_environment(os.environ) | {"FONTCONFIG_FILE": str(fonts_conf)},
        pass_fds=[line.fileno()],
        stdin=subprocess.DEVNULL,
    )


def _limit_sending(line: Connection, seconds: float) -> None:
    """From now on whoever sends is told by BlockingIOError that nobody has read for so long."""
    whole, rest = divmod(seconds, 1)
    with socket.socket(fileno=os.dup(line.fileno())) as end:
        limit = struct.pack("@ll", int(whole), int(rest * 1_000_000))
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Without our settings: a renderer knows no secret."""
    return {name: value for name, value in ours.items() if not name.startswith("PORTAL_")}


def _stop(process: subprocess.Popen[bytes], line: Connection) -> None:
    line.close()
    process.kill()
    process.wait()
