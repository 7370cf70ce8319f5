"""The one file of the embedded database: for its owner alone, and whole."""

from pathlib import Path

from portal.persistence import sqlite_file


def test_the_database_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = sqlite_file.path_of(f"sqlite:///{tmp_path / 'new' / 'portal.db'}")
    assert path
    for _ in range(2):
        sqlite_file.keep_to_owner(path)
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
    assert sqlite_file.path_of("postgresql+psycopg:///portal") is None


def test_a_whole_file_has_no_damage_and_a_broken_one_says_so(
    empty_sqlite: Path, tmp_path: Path
) -> None:
    assert sqlite_file.damages(empty_sqlite) == []
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert sqlite_file.damages(broken)
