"""The doctor names what is unsafe for production and says what to do, in one line each."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from assessments.loading import Library
from assessments.loading.interviews import SHIPPED as KITS
from assessments.loading.interviews import load_interviews
from content.loading.library import SHIPPED, load_training
from portal import create_app, demo
from portal.checkup import Finding, Verdict, database, exposure, libraries, reports, storage
from portal.checkup.disks import file_system_of, is_network
from portal.cli import serving
from portal.cli.exits import Unusable
from portal.config import Settings
from portal.library import library
from portal.persistence import engines
from portal.persistence.database import db
from portal.web.pdf import fonts
from tests.demo_facts import NOW, PASSWORD
from tests.portal.terminal import installation, typed

PRODUCTION = {
    "PORTAL_SECRET_KEY": "one-of-our-own-that-nobody-else-has",
    "PORTAL_BASE_URL": "https://portal.example.com",
    "PORTAL_MAIL_URL": "smtps://mail.example.com",
    "PORTAL_PROXIES": "1",
}
MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
fileserver:/data /srv/customer\040success nfs4 rw 0 0
/dev/sdb1 /srv/customer\040success/local xfs rw 0 0
systemd-1 /mnt/shared autofs rw 0 0
fileserver:/shared /mnt/shared nfs4 rw 0 0
"""


@pytest.fixture
def sound(settings: Settings) -> Settings:
    """An installation without a fault."""
    settings.data_dir.chmod(0o700)
    (settings.data_dir / "portal.db").chmod(0o600)
    return replace(
        settings,
        secret_key=PRODUCTION["PORTAL_SECRET_KEY"],
        is_own_secret=True,
        base_url=PRODUCTION["PORTAL_BASE_URL"],
        mail_url=PRODUCTION["PORTAL_MAIL_URL"],
        proxies=1,
    )


def exposed(settings: Settings, *, is_debug: bool = False) -> dict[str, Finding]:
    return {each.check: each for each in exposure.findings(settings, is_debug=is_debug)}


def stored(settings: Settings) -> dict[str, Finding]:
    return {each.check: each for each in storage.findings(settings)}


def asked(settings: Settings) -> dict[str, Finding]:
    with create_app(settings).app_context():
        found = {each.check: each for each in database.findings()}
        db.engine.dispose()
    return found


def test_an_installation_without_a_fault_has_only_good_findings(sound: Settings) -> None:
    found = [*exposed(sound).values(), *stored(sound).values(), *asked(sound).values()]
    assert [each for each in found if each.verdict is Verdict.UNSAFE] == []


@pytest.mark.parametrize(
    ("check", "change", "advice"),
    [
        ("secret_key", {"is_own_secret": False}, "PORTAL_SECRET_KEY"),
        ("demo_mode", {"is_demo": True}, "PORTAL_DEMO"),
        ("https", {"base_url": "http://portal.example.com"}, "PORTAL_BASE_URL"),
        ("address", {"base_url": "https://127.0.0.1"}, "PORTAL_BASE_URL"),
        ("mail", {"mail_url": "console://"}, "PORTAL_MAIL_URL"),
    ],
)
def test_each_unsafe_setting_is_named_with_the_variable_to_set(
    sound: Settings, check: str, change: Mapping[str, Any], advice: str
) -> None:
    finding = exposed(replace(sound, **change))[check]
    assert finding.verdict is Verdict.UNSAFE
    assert advice in finding.text.ja
    assert advice in finding.text.en


def test_debug_mode_is_unsafe(sound: Settings) -> None:
    assert exposed(sound, is_debug=True)["debug"].verdict is Verdict.UNSAFE


def test_limits_in_memory_and_an_unnamed_proxy_are_worth_knowing(sound: Settings) -> None:
    found = exposed(replace(sound, proxies=0))
    assert found["rate_limits"].verdict is Verdict.NOTE
    assert found["proxies"].verdict is Verdict.NOTE


@pytest.mark.parametrize(
    ("name", "check"),
    [("", "data_dir"), ("secret_key", "secret_file"), ("portal.db", "database_file_rights")],
)
def test_what_others_can_read_is_named(sound: Settings, name: str, check: str) -> None:
    path = sound.data_dir / name
    path.chmod(0o755)
    finding = stored(replace(sound, is_own_secret=False))[check]
    assert finding.verdict is Verdict.UNSAFE
    assert f"chmod {'600' if name else '700'} {path}" in finding.text.en


def test_an_old_sqlite_is_named(sound: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "SAFE_SQLITE", (99, 0, 0))
    assert stored(sound)["sqlite_version"].verdict is Verdict.UNSAFE


def test_a_damaged_database_is_named_with_the_command_that_helps(sound: Settings) -> None:
    path = sound.data_dir / "portal.db"
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])
    finding = stored(sound)["database_whole"]
    assert finding.verdict is Verdict.UNSAFE
    assert "portal restore FILE --yes" in finding.text.en


def test_a_missing_database_is_named_and_not_made(sound: Settings) -> None:
    (sound.data_dir / "portal.db").unlink()
    assert "portal init" in stored(sound)["database_file"].text.en
    assert not (sound.data_dir / "portal.db").exists()


def test_a_missing_folder_is_named(sound: Settings, tmp_path: Path) -> None:
    found = stored(replace(sound, data_dir=tmp_path / "nowhere"))
    assert found["data_dir"].verdict is Verdict.UNSAFE


def test_the_innermost_mount_says_what_kind_of_disk_it_is() -> None:
    assert file_system_of(Path("/var/lib/portal.db"), MOUNTS) == "ext4"
    assert is_network(file_system_of(Path("/srv/customer success/portal.db"), MOUNTS))
    assert file_system_of(Path("/srv/customer success/local/portal.db"), MOUNTS) == "xfs"
    assert file_system_of(Path("/srv/portal.db"), "") == ""


def test_of_two_mounts_in_one_place_the_later_one_is_in_force() -> None:
    """The first is what mounts the second when somebody comes by."""
    assert file_system_of(Path("/mnt/shared/portal.db"), MOUNTS) == "nfs4"


def test_a_schema_that_is_not_there_or_too_new_is_named(app: Flask, sound: Settings) -> None:
    empty = replace(sound, database_url=f"sqlite:///{sound.data_dir}/empty.db")
    assert "portal init" in asked(empty)["schema"].text.en
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    finding = asked(sound)["schema"]
    assert finding.verdict is Verdict.UNSAFE
    assert "newer version" in finding.text.en


def test_a_server_that_does_not_answer_is_named(sound: Settings) -> None:
    nobody = "postgresql+psycopg://portal@127.0.0.1:1/portal"
    finding = asked(replace(sound, database_url=nobody))["database"]
    assert finding.verdict is Verdict.UNSAFE
    assert "PORTAL_DATABASE_URL" in finding.text.en


def test_demo_data_is_named(app: Flask, sound: Settings) -> None:
    with app.app_context():
        demo.load(NOW, PASSWORD)
    assert "portal demo --remove" in asked(sound)["demo_data"].text.en


def test_the_exit_code_tells_a_script_whether_anything_is_unsafe(sound: Settings) -> None:
    unsafe = typed(installation(sound.data_dir), "doctor")
    assert unsafe.exit_code == 1
    assert "UNSAFE" in unsafe.stdout
    assert "To put right before production" in unsafe.stderr
    answer = typed(installation(sound.data_dir, **PRODUCTION), "doctor", "--json")
    document = json.loads(answer.stdout)
    verdicts = {each["check"]: each["verdict"] for each in document["findings"]}
    assert document["is_safe"] is (answer.exit_code == 0)
    assert set(verdicts.values()) <= {"good", "note"}


def test_another_weasyprint_is_worth_knowing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = "import weasyprint; weasyprint.__version__ = '99.0'"
    (tmp_path / "sitecustomize.py").write_text(later, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    engine = next(reports.findings(settings))
    assert engine.verdict is Verdict.NOTE
    assert "WeasyPrint 99.0" in engine.text.ja
    assert "WeasyPrint 99.0" in engine.text.en


def test_another_font_and_a_slow_way_to_embed_it_are_worth_knowing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "import weasyprint.text.ffi; weasyprint.text.ffi.harfbuzz_subset = None"
    (tmp_path / "sitecustomize.py").write_text(slow, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(fonts, "PREFERRED", ("on-no-machine.ttf",))
    _engine, embedding, font = reports.findings(settings)
    assert (embedding.verdict, font.verdict) == (Verdict.NOTE, Verdict.NOTE)
    assert "Install libharfbuzz-subset0" in embedding.text.en
    assert "Install fonts-morisawa-bizud-gothic" in font.text.en


def test_a_folder_in_which_no_report_can_be_made_is_named(settings: Settings) -> None:
    (settings.data_dir / "fonts.conf").mkdir()
    (finding,) = reports.findings(settings)
    assert finding.verdict is Verdict.UNSAFE
    assert "PORTAL_DATA_DIR" in finding.text.ja
    assert "fonts.conf" in finding.text.en


def test_the_doctor_speaks_japanese_too(sound: Settings) -> None:
    answer = typed({**installation(sound.data_dir), "PORTAL_LANG": "ja"}, "doctor")
    assert "要対応 秘密鍵は自動生成されたものです。" in answer.stdout


def test_every_lesson_and_every_interview_kit_is_read_and_counted() -> None:
    lessons, kits = libraries.findings()
    assert (lessons.check, lessons.verdict) == ("training", Verdict.GOOD)
    assert "67" in lessons.text.en
    assert (kits.check, kits.verdict) == ("interviews", Verdict.GOOD)
    assert "8" in kits.text.en


def test_a_fault_in_a_lesson_is_named_with_its_file(tmp_path: Path) -> None:
    library = shutil.copytree(SHIPPED, tmp_path / "library")
    lesson = library / "lessons" / "T23" / "ja.md"
    lesson.write_text(lesson.read_text("utf-8") + "\n<b>太字</b>\n", "utf-8")
    found, _ = libraries.findings(lessons=library)
    assert found.verdict is Verdict.UNSAFE
    assert "T23/ja.md" in found.text.ja
    assert "T23/ja.md" in found.text.en


def test_a_fault_in_an_interview_kit_is_named_with_its_file(tmp_path: Path) -> None:
    kits = shutil.copytree(KITS, tmp_path / "interviews")
    (kits / "scale.toml").write_text("type = 1\n", "utf-8")
    _, found = libraries.findings(kits=kits)
    assert found.verdict is Verdict.UNSAFE
    assert "scale.toml: type" in found.text.ja
    assert "scale.toml: type" in found.text.en


@pytest.mark.parametrize(
    ("name", "shipped", "read", "file"),
    [
        ("training", SHIPPED, load_training, "lessons/T31/lesson.toml"),
        ("interviews", KITS, load_interviews, "fairness.toml"),
    ],
)
def test_the_portal_does_not_start_with_half_a_library(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    shipped: Path,
    read: Callable[[Library, Path], object],
    file: str,
) -> None:
    broken = shutil.copytree(shipped, tmp_path / "library")
    (broken / file).write_text("half a line =", "utf-8")
    monkeypatch.setattr(serving, name, lambda: read(library(), broken))
    with pytest.raises(Unusable, match=re.escape(Path(file).name)):
        serving.load_libraries()
