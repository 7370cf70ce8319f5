"""The library as a whole: whole or not at all, and what is wrong is named."""

import re
from pathlib import Path

import pytest

from assessments.loading import LibraryError
from content.loading import TrainingLibrary, check_training, load_training
from tests.assessments.builders import library as known
from tests.content import sample

SPANS = """
[[stages]]
id = "first_week"
days = 7
name = { ja = "週", en = "Week" }
[[stages]]
id = "day_30"
days = 30
name = { ja = "月", en = "Month" }
"""
STAGE = """lessons = ["T98"]
done = { ja = "済んだ", en = "Done" }
proof = { ja = "見せます。", en = "Show it." }
"""
CURRICULA = (
    SPANS
    + "[first_week]\n"
    + STAGE
    + "".join(
        f'[[curricula]]\nid = "{each}"\n[curricula.day_30]\n{STAGE.replace("T98", "T99")}'
        for each in known().types
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sample.write(tmp_path / "lessons", "T98")
    sample.write(tmp_path / "lessons", "T99")
    (tmp_path / "curricula.toml").write_text(CURRICULA, "utf-8")
    return tmp_path


def load(folder: Path) -> TrainingLibrary:
    return load_training(known(), folder)


def require(folder: Path, lesson_id: str, *others: str) -> None:
    listed = ", ".join(f'"{each}"' for each in others)
    sample.spoil(
        folder / "lessons" / lesson_id, "lesson.toml", "requires = []", f"requires = [{listed}]"
    )


def test_lessons_and_curricula_are_there_by_id(folder: Path) -> None:
    library = load(folder)
    assert list(library.lessons) == ["T98", "T99"]
    assert list(library.curricula) == list(known().types)
    assert [each.id for each in library.by_skill["con_pm"]] == ["T98", "T99"]
    assert [each.id for each in library.curricula["scale"].lessons] == ["T98", "T99"]


def test_what_a_lesson_says_is_read_when_it_is_asked_for_and_kept(folder: Path) -> None:
    library = load(folder)
    material = library.materials["T98"]
    (folder / "lessons" / "T98" / "en.md").unlink()
    assert library.materials["T98"] is material
    assert material.lesson == library.lessons["T98"]


def test_a_lesson_that_is_not_there_is_a_key_error(folder: Path) -> None:
    with pytest.raises(KeyError):
        load(folder).materials["T00"]


def test_checking_reads_everything(folder: Path) -> None:
    check_training(load(folder))
    sample.spoil(folder / "lessons" / "T99", "en.md", "Some text.", "<p>")
    with pytest.raises(LibraryError, match=r"^T99/en\.md: Key points: HTML may not stand here"):
        check_training(load(folder))


def test_prerequisites_are_kept(folder: Path) -> None:
    require(folder, "T99", "T98")
    assert load(folder).lessons["T99"].requires == ("T98",)


def test_a_prerequisite_that_is_not_there_is_named(folder: Path) -> None:
    require(folder, "T99", "T00")
    with pytest.raises(LibraryError, match=r"^T99/lesson\.toml: requires: 'T00' is not known"):
        load(folder)


@pytest.mark.parametrize("circle", [("T98",), ("T99",)])
def test_prerequisites_in_a_circle_are_named(folder: Path, circle: tuple[str]) -> None:
    require(folder, "T98", "T99" if circle == ("T99",) else "T98")
    if circle == ("T99",):
        require(folder, "T99", "T98")
    with pytest.raises(LibraryError, match=r"lesson\.toml: requires: goes in a circle: T9\d → T9"):
        load(folder)


def test_a_prerequisite_that_leads_higher_than_its_lesson_is_named(folder: Path) -> None:
    require(folder, "T98", "T99")
    sample.spoil(folder / "lessons" / "T99", "lesson.toml", "to = 3", "to = 4")
    with pytest.raises(LibraryError, match=r"^T98/lesson\.toml: requires: T99 starts or leads hi"):
        load(folder)


def test_facts_below_the_exercise_are_missing(folder: Path) -> None:
    sample.spoil(folder / "lessons" / "T98", "lesson.toml", "minutes = 30\n", "")
    with pytest.raises(LibraryError, match=r"^T98/lesson\.toml: minutes: is missing"):
        load(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"T98"', '"T00"', "first_week.lessons: 'T00' is not known here"),
        ('"T98"', '"T99"', "curricula[all_rounder].day_30.lessons: T99 stands twice"),
        ('id = "growth"', 'id = "scale"', "curricula[scale]: stands twice"),
        ('id = "growth"', 'id = "cook"', "curricula[cook].id: 'cook' is none of all_rounder"),
        ("days = 30", "days = 7", "stages[day_30].days: must be a whole number from 8 to 365"),
        ('"first_week"', '"week"', "stages: must begin with first_week"),
        ("[curricula.day_30]", "[curricula.day_31]", "curricula[all_rounder].day_31: is not known"),
        ("proof =", "proofs =", "first_week.proofs: is not known here"),
        ('en = "Done"', 'en = "<b>"', "first_week.done.en: HTML may not stand here"),
    ],
)
def test_a_wrong_curriculum_is_named(folder: Path, old: str, new: str, message: str) -> None:
    sample.spoil(folder, "curricula.toml", old, new)
    with pytest.raises(LibraryError, match=re.escape(message)) as wrong:
        load(folder)
    assert "curricula.toml" in str(wrong.value)


def test_a_prerequisite_may_stand_in_an_earlier_stage_or_earlier_in_the_same(folder: Path) -> None:
    require(folder, "T99", "T98")
    assert load(folder).lessons["T99"].requires == ("T98",)
    sample.spoil(folder, "curricula.toml", 'lessons = ["T98"]', 'lessons = ["T98", "T97"]')
    sample.write(folder / "lessons", "T97")
    require(folder, "T97", "T98")
    assert load(folder).lessons["T97"].requires == ("T98",)


def test_a_prerequisite_that_a_curriculum_lacks_is_named(folder: Path) -> None:
    sample.write(folder / "lessons", "T97")
    require(folder, "T99", "T97")
    with pytest.raises(LibraryError, match=r"day_30\.lessons: T97 must stand before T99") as wrong:
        load(folder)
    assert wrong.value.key == "curricula[all_rounder].day_30.lessons"


def test_a_prerequisite_that_stands_later_is_named(folder: Path) -> None:
    require(folder, "T98", "T99")
    with pytest.raises(LibraryError, match=r"first_week\.lessons: T99 must stand before T98"):
        load(folder)


def test_a_prerequisite_later_in_the_same_stage_is_named(folder: Path) -> None:
    sample.write(folder / "lessons", "T97")
    require(folder, "T98", "T97")
    sample.spoil(folder, "curricula.toml", 'lessons = ["T98"]', 'lessons = ["T98", "T97"]')
    with pytest.raises(LibraryError, match=r"first_week\.lessons: T97 must stand before T98"):
        load(folder)


def test_a_type_without_a_curriculum_is_named(folder: Path) -> None:
    cut = CURRICULA[: CURRICULA.rindex("[[curricula]]")]
    (folder / "curricula.toml").write_text(cut, "utf-8")
    with pytest.raises(LibraryError, match="curricula: has none for leader"):
        load(folder)


def test_a_folder_without_lessons_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="lessons: No such directory"):
        load(tmp_path)
