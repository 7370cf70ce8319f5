"""What processes have used: processor time and memory, with everything they started."""

import os

from psutil import Process  # type: ignore[import-untyped]  # ships no types

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
    """Seconds of processor time so far."""
    times = [each.cpu_times() for each in processes if each.is_running()]
    return float(sum(each.user + each.system for each in times))


def memory(processes: list[Process]) -> float:
    """Megabytes; pages that several processes share are counted once."""
    infos = [each.memory_full_info() for each in processes if each.is_running()]
    return float(sum(getattr(each, "pss", each.uss) for each in infos)) / MEGABYTE
