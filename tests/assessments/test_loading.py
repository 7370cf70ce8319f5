"""Loading: whatever is wrong with a data file, the error names file and key."""

import shutil
from pathlib import Path

import pytest

from assessments.loading import LibraryError, load_library
from assessments.loading.documents import read_document
from assessments.loading.library import SHIPPED
from tests.assessments.builders import library
from tests.assessments.shipped_files import read_with, text_of


def copy_with(folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the shipped files in which the first ``old`` of one file reads ``new``."""
    copy = folder / "library"
    shutil.copytree(SHIPPED, copy)
    text = text_of(file)
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    return copy


def test_the_shipped_files_load_the_same_every_time() -> None:
    assert load_library() == library()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("levels.toml", "level = 5", "level = 4", "levels: must be 0 to 5 in order"),
        ("levels.toml", "level = 5", "level = 6", "levels[5].level: must be a whole number from"),
        ("levels.toml", '{ ja = "', '{ de = "Neu", ja = "', "levels[0].name: must have exactly"),
        ("levels.toml", "未着手", "　", "levels[0].name.ja: must be text"),
        ("bands.toml", '"senior"', '"boss"', "bands[boss].id: 'boss' is none of junior, "),
        ("bands.toml", '"senior"', '"junior"', "bands[junior]: stands twice"),
        ("bands.toml", "data_privacy", "privacy", "junior_floors.privacy: is not known here"),
        ("skills/rel.toml", "rel_listening", "rel_trust", "skills[rel_trust]: stands twice"),
        ("skills/kn.toml", '"knowledge"', '"wisdom"', "].kind: 'wisdom' is none of knowledge, "),
        ("types.toml", "weight = 5", "weight = 6", "types[all_rounder].skills: weights of all_"),
        ("types.toml", "weight = 5", "weight = true", "skills.rel_trust.weight: must be a whole"),
        ("types.toml", "target = 3", "target = 0", "skills.rel_trust.target: must be a whole"),
        ("types.toml", '"all_rounder"', '""', "types[].id: must be text"),
        ("types.toml", "rel_trust", "trust", "types[all_rounder].skills.trust: is not known"),
        ("types.toml", '"growth"', '"scale"', "types[scale]: stands twice"),
        ("overlays.toml", "added_weight", "extra", ".skills.con_proposal.extra: is not known"),
        ("overlays.toml", "ops_partner", "ops_pal", "overlays[ov_partner].skills.ops_pal: is not"),
        ("type_finder.toml", "concierge", "butler", "options[few].points.butler: is not known"),
        ("type_finder.toml", '"few"', '"many"', "questions[volume].options[many]: stands twice"),
    ],
)
def test_a_wrong_entry_is_named(file: str, old: str, new: str, message: str) -> None:
    with pytest.raises(LibraryError) as wrong:
        read_with(file, old, new)
    assert str(wrong.value).startswith(f"{file}: ")
    assert message in str(wrong.value)


def test_a_missing_band_is_named() -> None:
    block = text_of("bands.toml").split("\n\n")[0]
    with pytest.raises(LibraryError, match=r"bands: must name junior, standard, senior"):
        read_with("bands.toml", block, "")


def test_one_anchor_too_few_is_named() -> None:
    lines = text_of("skills/rel.toml").splitlines(keepends=True)
    anchor = next(each for each in lines if each.startswith("  { ja"))
    with pytest.raises(LibraryError, match=r"rel_trust\]\.anchors: must have 6 entries, has 5"):
        read_with("skills/rel.toml", anchor, "")


def test_a_skill_that_stands_in_two_files_is_named(tmp_path: Path) -> None:
    copy = copy_with(tmp_path, "skills/con.toml", "con_issue", "rel_trust")
    with pytest.raises(LibraryError, match=r"^con\.toml: skills\[rel_trust\]: stands twice"):
        load_library(copy)


def test_a_category_in_the_wrong_file_is_named(tmp_path: Path) -> None:
    copy = copy_with(tmp_path, "skills/rel.toml", 'id = "rel"', 'id = "con"')
    with pytest.raises(LibraryError, match=r"^rel\.toml: category\.id: must be rel"):
        load_library(copy)


@pytest.mark.parametrize("content", [b"[[levels]", b"\xff\xfe", b"level = 08", b"[a]\n[a]"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "levels.toml"
    file.write_bytes(content)
    with pytest.raises(LibraryError, match=r"^levels\.toml: \S") as wrong:
        read_document(file)
    assert wrong.value.key == ""


@pytest.mark.parametrize("file", ["levels.toml", "types.toml", "skills/mind.toml"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    copy = copy_with(tmp_path, file, "", "")
    (copy / file).unlink()
    with pytest.raises(LibraryError, match=f"^{Path(file).name}: .*No such file"):
        load_library(copy)
