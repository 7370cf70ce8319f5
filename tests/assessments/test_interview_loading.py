"""Loading kits: whatever is wrong with a file, the error names file and key."""

import re
import shutil
from pathlib import Path

import pytest

from assessments.loading import LibraryError
from assessments.loading.interviews import SHIPPED, check_interviews, load_interviews
from assessments.question_linter import hits_in
from tests.assessments.builders import interviews, library


def load_with(folder: Path, file: str, old: str, new: str) -> None:
    """Load a copy of the shipped files in which the first ``old`` of one file reads ``new``."""
    copy = folder / "interviews"
    shutil.copytree(SHIPPED, copy)
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    check_interviews(load_interviews(library(), copy))


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("growth.toml", 'id = "con_pm"', 'id = "con_magic"', "[con_magic].id: 'con_magic' is none"),
        ("growth.toml", 'id = "con_pm"', 'id = "con_proposal"', "[con_proposal]: stands twice"),
        ("growth.toml", 'type = "growth"', 'type = "scale"', "type: 'scale' is none of growth"),
        ("growth.toml", "must_have = true", "must_have = 1", "must_have: must be true or false"),
        ("growth.toml", "must_have = true", "must = true", "must_have: is missing"),
        ("growth.toml", "minutes = 30", "minutes = 45", "work_sample.minutes: must be a whole"),
        ("growth.toml", "steps = ", "step = ", ".steps: is missing"),
        ("growth.toml", "chosen = [", "chosen = [7, ", "chosen: must be a list of words"),
        ("questions.toml", 'id = "con_pm"', 'id = "pm"', "skills[pm].id: 'pm' is none of rel_"),
        ("questions.toml", "[measured]", "[third]", "measured: is missing"),
        ("process.toml", '"3.3"', '"three"', "rule.hold_below: must be from 1.0 to 5.0"),
        ("process.toml", '"3.3"', '"3.25"', "rule.hold_below: must be from 1.0 to 5.0"),
        ("process.toml", '"3.3"', '"3/0"', "rule.hold_below: must be from 1.0 to 5.0"),
        ("process.toml", '"3.3"', '"5.1"', "rule.hold_below: must be from 1.0 to 5.0"),
        ("process.toml", '"3.3"', "3.3", "rule.hold_below: must be text in quotes"),
        ("process.toml", '"3.3"', '"2.9"', "rule.hold_below: must not lie below not_recommended"),
        ("process.toml", "fewest_raters = 2", "fewest_raters = 1", "rule.fewest_raters: must be"),
        ("process.toml", "most_raters = 4", "most_raters = 1", "rule.most_raters: must be a whole"),
        ("process.toml", "wide_from = 2", "wide_from = 0", "rule.wide_from: must be a whole"),
        ("process.toml", "passes_from = 3", "passes_from = 6", "rule.sample_passes_from: must be"),
        ("job_description.toml", "{skill}:", "{name}:", "level.ja: must name anchor, skill"),
        ("job_description.toml", "{skill}:", "{skill!r}:", "level: braces hold nothing but a name"),
        ("job_description.toml", "{skill}:", "{skill:", "level: "),
        ("job_description.toml", "scale = ", "scales = ", "titles.scale: is missing"),
        ("job_description.toml", "({minutes}", "({hours}", "lists.selection: knows only minutes"),
        ("job_description.toml", "tasks = ", "task = ", "headings.tasks: is missing"),
        (
            "job_description.toml",
            "[notes]\nlevels",
            "[notes]\nlevel",
            "notes.level: is none of tasks",
        ),
        ("fairness.toml", '"本籍", ', '"", ', "areas[origin].ja: must be a list of words"),
        ("fairness.toml", '"本籍", ', '"　", ', "areas[origin].ja: must be a list of words"),
        ("fairness.toml", '"本籍", ', '"出身地", ', "areas[origin].ja: '出身地' stands twice"),
    ],
)
def test_a_wrong_entry_is_named(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(LibraryError) as wrong:
        load_with(tmp_path, file, old, new)
    assert str(wrong.value).startswith(f"{file}: ")
    assert message in str(wrong.value)


def test_a_rubric_with_four_levels_is_refused(tmp_path: Path) -> None:
    lines = (SHIPPED / "growth.toml").read_text("utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith("rubric = ["))
    with pytest.raises(LibraryError, match=r"rubric: must have 5 entries, has 4"):
        load_with(tmp_path, "growth.toml", "".join(lines[place : place + 2]), lines[place])


def test_a_rubric_that_says_the_same_twice_is_refused(tmp_path: Path) -> None:
    lines = (SHIPPED / "growth.toml").read_text("utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith("rubric = ["))
    first, second = lines[place + 1 : place + 3]
    with pytest.raises(LibraryError, match=r"rubric: says the same twice in ja"):
        load_with(tmp_path, "growth.toml", first + second, first + first)


def test_a_kit_has_six_competencies_and_one_or_two_must_haves(tmp_path: Path) -> None:
    text = (SHIPPED / "growth.toml").read_text("utf-8")
    first, second = [
        part.start() for part in re.finditer(r"^\[\[competencies", text, re.MULTILINE)
    ][:2]
    with pytest.raises(LibraryError, match=r"competencies: must have 6 entries, has 5"):
        load_with(tmp_path, "growth.toml", text[first:second], "")
    for old, new in (("true", "false"), ("false", "true")):
        shutil.rmtree(tmp_path / "interviews")
        wrong = text.replace(f"must_have = {old}", f"must_have = {new}")
        with pytest.raises(LibraryError, match=r"competencies: must have 1 to 2 must-haves"):
            load_with(tmp_path, "growth.toml", text, wrong)


def test_a_row_of_another_width_and_a_count_of_unknown_rows_are_refused(tmp_path: Path) -> None:
    text = (SHIPPED / "cs_ops.toml").read_text("utf-8")
    row = next(line for line in text.splitlines() if line.lstrip().startswith('[ "A-'))
    with pytest.raises(LibraryError, match=r"rows\[0\]: must have \d cells"):
        load_with(tmp_path, "cs_ops.toml", row, '[ "A-01" ],')
    shutil.rmtree(tmp_path / "interviews")
    with pytest.raises(LibraryError, match=r"found: 'Z-99' is no row of the material"):
        load_with(tmp_path, "cs_ops.toml", "found = [", 'found = [ "Z-99",')


def test_a_schedule_that_does_not_take_thirty_minutes_is_refused(tmp_path: Path) -> None:
    text = (SHIPPED / "growth.toml").read_text("utf-8")
    at = text.index("[[work_sample.schedule]]")
    minutes = text[at:].split("minutes = ")[1].split("\n")[0]
    old = text[at : text.index(f"minutes = {minutes}", at) + len(f"minutes = {minutes}")]
    with pytest.raises(LibraryError, match=r"schedule: must take 30 minutes, takes"):
        load_with(tmp_path, "growth.toml", old, old.replace(f"= {minutes}", "= 1"))


def test_a_kit_that_is_not_there_is_named(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "interviews")
    (tmp_path / "interviews" / "scale.toml").unlink()
    with pytest.raises(LibraryError, match=r"^scale\.toml: "):
        check_interviews(load_interviews(library(), tmp_path / "interviews"))


def test_asking_for_a_type_that_there_is_not_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        interviews().kits["butler"]


def test_every_harmless_word_shields_something() -> None:
    """A word that no term is part of would only make the list longer."""
    bare = interviews().fairness
    idle = [
        word
        for word in bare.harmless_ja
        if not any(term in word for area in bare.areas for term in area.terms_ja)
    ]
    assert idle == []
    assert hits_in("分母", bare) == ()
