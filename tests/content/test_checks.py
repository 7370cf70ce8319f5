"""The checks bite: a lesson that is spoiled on purpose is reported."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.assessments.builders import library as known
from tests.content import checks, sample
from tests.content.drafts import Draft, draft_of
from tests.content.wording import split


def spoiled(tmp_path: Path, file: str, old: str, new: str, lesson_id: str = "T99") -> Draft:
    folder = sample.write(tmp_path, lesson_id)
    sample.spoil(folder, file, old, new)
    return draft_of(folder, known().skills)


def test_the_sample_has_no_problems(tmp_path: Path) -> None:
    draft = draft_of(sample.write(tmp_path), known().skills)
    assert draft.problems == []
    assert [problem for check in checks.OF_ONE for problem in check(draft)] == []


@pytest.mark.parametrize(
    ("check", "file", "old", "new"),
    [
        (checks.misread, "lesson.toml", "minutes = 20", "minutes = 40"),
        (checks.miscalculated, "lesson.toml", "churned = 400000", "churned = 500000"),
        (checks.miscalculated, "en.md", "94.5%", "94.0%"),
        (checks.miscalculated, "ja.md", "94.5%", "194.5%"),
        (checks.untranslated, "en.md", "Some text.", "Some 本文."),
        (checks.untranslated, "en.md", "Some text.", "Some text — here."),
        (checks.untranslated, "ja.md", "本文です。", "本文です."),
        (checks.untranslated, "ja.md", "本文です。", "９月です。"),
        (checks.untranslated, "ja.md", "本文です。", "弱みです。"),
        (checks.untranslated, "ja.md", "本文です。", "This text was left as it is."),
        (checks.single_keyed, "lesson.toml", 'key = "b"', 'key = "a"'),
    ],
)
def test_a_spoiled_lesson_is_reported(
    tmp_path: Path, check: Callable[[Draft], Iterator[str]], file: str, old: str, new: str
) -> None:
    folder = sample.write(tmp_path)
    if check is checks.single_keyed:
        sample.spoil(folder, file, 'key = "c"', 'key = "a"')
    sample.spoil(folder, file, old, new)
    problems = list(check(draft_of(folder, known().skills)))
    assert problems
    assert all(problem.startswith("T99/") for problem in problems)


def test_facts_that_differ_from_the_table_are_reported(tmp_path: Path) -> None:
    draft = draft_of(sample.write(tmp_path, "T33"), known().skills)
    problems = list(checks.not_as_stated(draft))
    assert "T33/lesson.toml: '30' must be '45'" in problems
    assert "T33/lesson.toml: 'worksheet' must be 'template'" in problems


def test_every_problem_is_reported_and_not_only_the_first(tmp_path: Path) -> None:
    folder = sample.write(tmp_path)
    sample.spoil(folder, "lesson.toml", 'key = "b"', 'key = "d"')
    sample.spoil(folder, "lesson.toml", '"nrr"', '"nrx"')
    sample.spoil(folder, "ja.md", "本文です。", "<b>")
    sample.spoil(folder, "template.toml", "lines = 2", "lines = 13")
    problems = draft_of(folder, known().skills).problems
    assert [each.split(": ")[0] for each in problems] == [
        *["T99/lesson.toml"] * 2,
        "T99/ja.md",
        "T99/template.toml",
    ]


def test_a_sentence_in_two_lessons_is_reported_for_both(tmp_path: Path) -> None:
    same = ("en.md", "Some text.", "This sentence stands in two lessons.")
    drafts = [spoiled(tmp_path, *same, lesson_id) for lesson_id in ("T98", "T99")]
    problems = list(checks.shared(drafts))
    assert "T98/en.md: also in T99/en.md: 'this sentence stands in two lessons'" in problems
    assert "T99/en.md: also in T98/en.md: 'this sentence stands in two lessons'" in problems


def test_keys_that_give_themselves_away_are_reported(tmp_path: Path) -> None:
    (question, *_) = draft_of(sample.write(tmp_path), known().skills).questions
    assert len(list(checks.unbalanced([question] * 8))) >= 2
    assert list(checks.unbalanced([question] * 7)) == []


@pytest.mark.parametrize(
    ("language", "words", "sentences"),
    [
        ("ja", "「ちょっと持ち帰らせてください。」短い。", ["ちょっと持ち帰らせてください"]),
        ("en", 'She said "We will look at it." Then no.', ['she said "we will look at it']),
        ("en", "What do you do first?", []),
    ],
)
def test_sentences_are_split_without_their_marks(
    language: str, words: str, sentences: list[str]
) -> None:
    assert list(split(words, "ja" if language == "ja" else "en")) == sentences
