"""A report as PDF, against the same HTML printed by a warm headless Chromium.

Every round prints another report in both ways, in changing order. What counts is processor time:
of the renderer, and of Chromium with all its processes and its driver.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import median

from assessments.text import LANGUAGES
from benchmarks import processes
from benchmarks.figures import Figure
from benchmarks.portals import a_portal
from benchmarks.printers import Printer, chromium, our_renderer
from benchmarks.processes import Process
from portal import demo
from tests.demo_facts import NOW, PASSWORD
from tests.paper import SIDES, page_about

WARM_UP = 8
"""Reports printed by both before anything counts."""

PEOPLE = ("csm", "vasquez", "osei", "tan", "shibasaki", "nwosu", "arimura", "ishiguro")
CPU, MEMORY, SIZE = 3.2, 1 / 3, 1 / 2
"""The most that each figure should be."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one report took: milliseconds of processor and by the clock, and kilobytes."""

    cpu: float
    wall: float
    size: float


class Meter:
    """Takes what a printer spends, clearing up after the page before included."""

    def __init__(self, printer: Printer) -> None:
        self.printer = printer
        self.spent: list[Spent] = []
        self._cpu = 0.0

    @property
    def at_work(self) -> list[Process]:
        return processes.tree(self.printer.pids)

    def take(self, page: str) -> None:
        began = time.perf_counter()
        pdf = self.printer.print(page)
        wall = time.perf_counter() - began
        before, self._cpu = self._cpu, processes.cpu(self.at_work)
        self.spent.append(Spent(1000 * (self._cpu - before), 1000 * wall, len(pdf) / 1000))


def run() -> list[Figure]:
    return against_chromium("PDF report", _pages())


def against_chromium(name: str, pages: Sequence[str]) -> list[Figure]:
    """CPU, memory and size of printing these pages; the first few only warm up."""
    with our_renderer() as renderer, chromium() as browser:
        meters = [Meter(renderer), Meter(browser)]
        for page in pages:
            for meter in random.sample(meters, k=2):
                meter.take(page)
        memory = [processes.memory(meter.at_work) for meter in meters]
    ours, theirs = (meter.spent[WARM_UP:] for meter in meters)
    return _figures(f"{name} / the same page by warm Chromium", ours, theirs, memory)


def _pages() -> list[str]:
    """Reports of the demo organisation: other people, both readers, both languages."""
    with a_portal() as app, app.app_context():
        demo.load(NOW, PASSWORD)
        return [
            page_about(f"{name}@demo.example", kind, language)
            for name, kind, language in product(PEOPLE, SIDES, LANGUAGES)
        ]


def _figures(
    name: str, ours: list[Spent], theirs: list[Spent], memory: Sequence[float]
) -> list[Figure]:
    def ratio(of: Callable[[Spent], float]) -> float:
        return median(of(a) / of(b) for a, b in zip(ours, theirs, strict=True))

    def medians(of: Callable[[Spent], float], unit: str) -> str:
        return f"{median(map(of, ours)):.0f} {unit} against {median(map(of, theirs)):.0f} {unit}"

    clock = f"{medians(_cpu, 'ms')}, by the clock {medians(_wall, 'ms')}, {len(ours)} rounds"
    held = f"{memory[0]:.0f} MB against {memory[1]:.0f} MB"
    return [
        Figure(f"{name}: CPU", ratio(_cpu), CPU, clock),
        Figure(f"{name}: memory", memory[0] / memory[1], MEMORY, held),
        Figure(f"{name}: size", ratio(_size), SIZE, medians(_size, "kB")),
    ]


def _cpu(spent: Spent) -> float:
    return spent.cpu


def _wall(spent: Spent) -> float:
    return spent.wall


def _size(spent: Spent) -> float:
    return spent.size
