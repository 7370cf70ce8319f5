"""Where the data lies: who may read it, on what disk, and whether the file is whole."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from assessments.text import Text
from portal.checkup.disks import MOUNTS, file_system_of, is_network
from portal.checkup.findings import Finding, Verdict, judged
from portal.config import Settings
from portal.persistence.engines import SAFE_SQLITE, is_safe_sqlite, sqlite_driver
from portal.persistence.sqlite_file import OTHERS, damages, path_of

HIDES_THE_REST = frozenset({"database_file", "database_whole"})
"""While one of these is not good, there is no use in asking the database anything."""

LEAST_FREE = 10
"""In percent of the disk."""


def findings(settings: Settings) -> Iterator[Finding]:
    if not settings.data_dir.exists():
        yield _missing("data_dir", settings.data_dir, "mkdir -m 700")
        return
    yield _private("data_dir", settings.data_dir, "700")
    if not settings.is_own_secret:
        yield _private("secret_file", settings.data_dir / "secret_key", "600")
    yield _free_space(settings.data_dir)
    if database := path_of(settings.database_url):
        yield _sqlite_version()
        yield from _file(database)


def _missing(check: str, path: Path, command: str) -> Finding:
    text = Text(
        f"{path} がありません。{command} を実行してください。",
        f"There is no {path}. Run: {command}",
    )
    return Finding(check, Verdict.UNSAFE, text)


def _private(check: str, path: Path, rights: str) -> Finding:
    return judged(
        check,
        not path.stat().st_mode & OTHERS,
        Text(f"{path} を読めるのは所有者だけです。", f"Only its owner can read {path}."),
        Text(
            f"{path} を他のユーザーが読めます。chmod {rights} を実行してください。",
            f"Other users can read {path}. Run: chmod {rights} {path}",
        ),
    )


def _free_space(folder: Path) -> Finding:
    usage = shutil.disk_usage(folder)
    percent = usage.free * 100 // usage.total
    return judged(
        "free_space",
        percent >= LEAST_FREE,
        Text(f"ディスクの空きは{percent}%です。", f"{percent} % of the disk is free."),
        Text(
            f"ディスクの空きが{percent}%しかありません。空きを増やしてください。",
            f"Only {percent} % of the disk is free. Make room.",
        ),
        otherwise=Verdict.NOTE,
    )


def _sqlite_version() -> Finding:
    version, safe = sqlite_driver().sqlite_version, ".".join(map(str, SAFE_SQLITE))
    return judged(
        "sqlite_version",
        is_safe_sqlite(),
        Text(f"SQLite {version}", f"SQLite {version}"),
        Text(
            f"SQLite {version} には先行書き込みログの不具合があるため、低速な方式で動きます。"
            f"pysqlite3({safe}以上)をインストールするか、PostgreSQLを使ってください。",
            f"SQLite {version} can lose commits in its write-ahead log, so the slower rollback "
            f"journal is used. Install pysqlite3 with {safe} or newer, or use PostgreSQL.",
        ),
    )


def _file(database: Path) -> Iterator[Finding]:
    if not database.exists():
        yield _missing("database_file", database, "portal init")
        return
    yield _private("database_file_rights", database, "600")
    yield _disk(database)
    yield _whole(database)


def _disk(database: Path) -> Finding:
    kind = file_system_of(database, MOUNTS.read_text()) if MOUNTS.exists() else ""
    return judged(
        "disk",
        not is_network(kind),
        Text("データベースはローカルディスクにあります。", "The database is on a local disk."),
        Text(
            f"データベースがネットワーク上のファイルシステム({kind})にあり、壊れるおそれがあります。"
            "ローカルディスクに移すか、PostgreSQLを使ってください。",
            f"The database is on a network file system ({kind}), where it can be damaged. "
            "Move it to a local disk, or use PostgreSQL.",
        ),
    )


def _whole(database: Path) -> Finding:
    problems = damages(database)
    first = problems[0].splitlines()[0] if problems else ""
    return judged(
        "database_whole",
        not problems,
        Text("データベースファイルは正常です。", "The database file is whole."),
        Text(
            f"データベースが壊れています({first})。"
            "ポータルを停止し、portal restore FILE --yes でバックアップを復元してください。",
            f"The database is damaged ({first}). "
            "Stop the portal and put a backup back: portal restore FILE --yes",
        ),
    )
