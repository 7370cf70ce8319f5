"""What processes have used: processor time and memory, with everything they started."""

import os

from psutil import NoSuchProcess, Process  # type: ignore[import-untyped]  # ships no types

__all__ = ["Process", "children", "cpu", "memory", "tree"]

MEGABYTE = 1_000_000


def children() -> set[int]:
    """The processes that this one has started."""
    return {each.pid for each in Process(os.getpid()).children()}


def tree(pids: set[int]) -> list[Process]:
    """These processes and all below them."""
    roots = [Process(pid) for pid in pids]
    return [each for root in roots for each in (root, *root.children(recursive=True))]


def cpu(processes: list[Process]) -> float:
    """Seconds of processor time so far; of those that have ended by now, none."""
    return sum(map(_cpu_of, processes))


def memory(processes: list[Process]) -> float:
    """Megabytes; pages that several processes share are counted once."""
    return sum(map(_memory_of, processes)) / MEGABYTE


def _cpu_of(process: Process) -> float:
    try:
        times = process.cpu_times()
    except NoSuchProcess:
        return 0.0
    return float(times.user + times.system)


def _memory_of(process: Process) -> float:
    try:
        info = process.memory_full_info()
    except NoSuchProcess:
        return 0.0
    return float(getattr(info, "pss", info.uss))
