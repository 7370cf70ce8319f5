"""Secrets: made once and kept for their owner, or read from a variable or the file it names."""

import os
from pathlib import Path

import pytest

from portal.config import read_settings
from portal.setting_values import BadSetting

KEY = "a-key-of-this-installation-that-is-long-enough"


def read(folder: Path, **environment: str) -> str:
    """The secret key of an installation in this folder."""
    return read_settings({"PORTAL_DATA_DIR": str(folder), **environment}).secret_key


def test_the_first_start_makes_a_secret_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        secret = read(tmp_path / "new")
    finally:
        os.umask(before)
    kept = tmp_path / "new" / "secret_key"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert (kept.read_text(), len(secret)) == (secret, 43)


def test_later_starts_keep_the_secret_and_other_installations_have_another(tmp_path: Path) -> None:
    first = read(tmp_path / "one")
    assert read(tmp_path / "one") == first
    assert read(tmp_path / "two") != first


def test_a_secret_of_ones_own_comes_before_the_one_that_is_kept(tmp_path: Path) -> None:
    settings = read_settings({"PORTAL_DATA_DIR": str(tmp_path), "PORTAL_SECRET_KEY": f" {KEY}\n"})
    assert (settings.secret_key, settings.is_own_secret) == (KEY, True)
    assert not (tmp_path / "secret_key").exists()
    assert not read_settings({"PORTAL_DATA_DIR": str(tmp_path)}).is_own_secret


def test_a_secret_is_read_from_the_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n")
    file = str(tmp_path / "key")
    assert read(tmp_path, PORTAL_SECRET_KEY_FILE=file) == KEY
    assert read(tmp_path, PORTAL_SECRET_KEY_FILE=file, PORTAL_SECRET_KEY="another") == KEY


def test_the_address_of_the_database_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "url").write_text("postgresql://portal:p%40ss@db/portal\n")
    environment = {
        "PORTAL_DATA_DIR": str(tmp_path),
        "PORTAL_DATABASE_URL_FILE": str(tmp_path / "url"),
    }
    found = read_settings(environment).database_url
    assert found == "postgresql+psycopg://portal:p%40ss@db/portal"


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe\x00"])
@pytest.mark.parametrize("name", ["PORTAL_SECRET_KEY_FILE", "PORTAL_DATABASE_URL_FILE"])
def test_a_file_without_a_secret_is_named_by_its_variable(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "named").write_bytes(content)
    with pytest.raises(BadSetting, match=name):
        read(tmp_path, **{name: str(tmp_path / "named")})


def test_earlier_keys_are_separated_by_blanks(tmp_path: Path) -> None:
    environment = {"PORTAL_DATA_DIR": str(tmp_path), "PORTAL_SECRET_KEY_FALLBACKS": " old  older "}
    assert read_settings(environment).secret_key_fallbacks == ("old", "older")


def test_a_folder_that_cannot_be_made_is_named_by_its_variable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadSetting, match="PORTAL_DATA_DIR"):
        read(tmp_path / "file" / "data", PORTAL_SECRET_KEY=KEY)


def test_a_kept_secret_that_is_broken_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(BadSetting, match="PORTAL_DATA_DIR"):
        read(tmp_path)
