"""What a renderer may use: memory, processor time for one page, and no network at all."""

import resource
import sys
from typing import Any

MEMORY = 512 * 1024 * 1024
"""In bytes, for everything the renderer allocates."""

CPU_SECONDS = 60
"""For one page; whoever waits for it gives up long before."""

_OUTWARD = frozenset({"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"})


def limit_memory() -> None:
    _lower(resource.RLIMIT_DATA, MEMORY)


def limit_cpu() -> None:
    """Give the next page its seconds, counted from what this process has used so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS)


def close_network() -> None:
    """From now on nothing in this process connects to anything or starts anything."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in _OUTWARD:
        raise PermissionError(f"a renderer does not use {event}")


def _lower(kind: int, wanted: int) -> None:
    _, hard = resource.getrlimit(kind)
    within = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (within, hard))
