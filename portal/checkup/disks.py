"""On what kind of file system a path lies."""

import re
from collections.abc import Iterator
from pathlib import Path

MOUNTS = Path("/proc/mounts")
"""What Linux says is mounted; other systems have no such file."""

NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "lustre", "glusterfs"),
    *("beegfs", "gfs", "gfs2", "ocfs2", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone"),
}
ESCAPED = re.compile(r"\\([0-7]{3})")


def is_network(kind: str) -> bool:
    return kind in NETWORK


def file_system_of(path: Path, mounts: str) -> str:
    """The kind of the innermost mount that holds the path, in the words of ``/proc/mounts``.

    Of several in one place it is the last: it hides those before it.
    """
    holding = [(folder, kind) for folder, kind in _mounted(mounts) if path.is_relative_to(folder)]
    holding.reverse()
    return max(holding, key=lambda each: len(each[0].parts), default=(path, ""))[1]


def _mounted(mounts: str) -> Iterator[tuple[Path, str]]:
    for line in mounts.splitlines():
        _, folder, kind, *_ = line.split(" ")
        yield Path(ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), folder)), kind
