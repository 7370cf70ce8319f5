"""What a renderer may use: memory, processor time for one page, and no network at all."""

import resource
import sys
from typing import Any

MEMORY = 512 * 1024 * 1024
"""In bytes, for everything the renderer allocates."""

CPU_SECONDS = 60
"""For one page; whoever waits for it gives up long before."""

_STARTING = {"subprocess.Popen"} | {
    f"os.{event}" for event in ("system", "posix_spawn", "exec", "fork", "forkpty")
}
_SENDING = {f"socket.{event}" for event in ("connect", "bind", "sendto", "sendmsg")}
_ASKING = {
    f"socket.{event}" for event in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo")
}
_OUTWARD = frozenset(_STARTING | _SENDING | _ASKING)
"""Audit events of Python (docs.python.org/3/library/audit_events.html)."""


def limit_memory() -> None:
    _lower(resource.RLIMIT_DATA, MEMORY)


def limit_cpu() -> None:
    """Give the next page its seconds, counted from what this process has used so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS)


def close_network() -> None:
    """From now on no Python in this process reaches the network or starts another process."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in _OUTWARD:
        raise PermissionError(f"a renderer does not use {event}")


def _lower(kind: int, wanted: int) -> None:
    _, hard = resource.getrlimit(kind)
    within = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (within, hard))
