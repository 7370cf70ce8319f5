"""One renderer: answers pages with PDFs on the connection whose number it was started with.

First comes an order: the stylesheet, the font files (the last one is made of the shipped one),
and whether to take the faster ways. The answer says what was found, or why nothing can be printed
here. Then each page is answered with ``+`` and its PDF or ``-`` and why there is none. The
process ends when the other side has gone.
"""

import gc
import json
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import limits, numbering

if TYPE_CHECKING:
    from .engine import Engine

COLLECT_EVERY = 4
"""Pages between two collections of garbage, which then falls between pages, not into them."""


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = Connection(int(sys.argv[1]))
    order = json.loads(line.recv_bytes())
    limits.limit_memory()
    try:
        engine, is_faster = _engine(order)
    except OSError as problem:
        _say(line, problem=str(problem))
        return
    _say(line, version=engine.version, subsets_fast=engine.subsets_fast, is_faster=is_faster)
    limits.close_network()
    _answer(line, engine)


def _engine(order: dict[str, Any]) -> tuple["Engine", bool]:
    """The engine, and whether it takes the faster ways.

    Raises OSError where a library that WeasyPrint stands on is missing, or the shipped font
    cannot be copied.
    """
    numbering.number_by_place(Path(order["shipped"]), Path(order["fonts"][-1]))
    from . import faster  # noqa: PLC0415  fails without Pango, and then we say so
    from .engine import Engine  # noqa: PLC0415

    is_faster = order["faster"] and faster.switch_on()
    return Engine(order["stylesheet"], order["fonts"]), is_faster


def _say(line: Connection, **facts: Any) -> None:
    line.send_bytes(json.dumps(facts).encode())


def _answer(line: Connection, engine: "Engine") -> None:
    gc.disable()
    gc.freeze()
    printed = 0
    while page := _next(line):
        limits.limit_cpu()
        line.send_bytes(_print(engine, page))
        printed += 1
        if printed % COLLECT_EVERY == 0:
            gc.collect()


def _next(line: Connection) -> bytes:
    try:
        return line.recv_bytes()
    except EOFError:
        return b""


def _print(engine: "Engine", page: bytes) -> bytes:
    try:
        return b"+" + engine.print(page.decode("utf-8", "surrogatepass"))
    except BaseException as problem:  # noqa: BLE001  whatever it was, the next page may go well
        return b"-" + f"{type(problem).__name__}: {problem}".encode("utf-8", "replace")


main()
