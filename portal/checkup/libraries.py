"""Whether everything that is taught and asked can be read."""

from collections.abc import Iterator
from pathlib import Path

from assessments.loading import LibraryError
from assessments.loading import interviews as asked
from assessments.text import Text
from content.loading import check_training, load_training
from content.loading import library as taught
from portal.checkup.findings import Finding, Verdict
from portal.library import library


def findings(lessons: Path = taught.SHIPPED, kits: Path = asked.SHIPPED) -> Iterator[Finding]:
    """Reads every lesson and every interview kit below these folders whole."""
    yield _training(lessons)
    yield _interviews(kits)


def _training(folder: Path) -> Finding:
    try:
        training = load_training(library(), folder)
        check_training(training)
    except LibraryError as problem:
        text = Text(
            f"研修ライブラリに誤りがあります。ファイルを直してください: {problem}",
            f"The training library has a fault. Correct the file: {problem}",
        )
        return Finding("training", Verdict.UNSAFE, text)
    count = len(training.lessons)
    text = Text(f"研修{count}本をすべて読み込めます。", f"All {count} lessons can be read.")
    return Finding("training", Verdict.GOOD, text)


def _interviews(folder: Path) -> Finding:
    try:
        interviews = asked.load_interviews(library(), folder)
        asked.check_interviews(interviews)
    except LibraryError as problem:
        text = Text(
            f"面接キットに誤りがあります。ファイルを直してください: {problem}",
            f"An interview kit has a fault. Correct the file: {problem}",
        )
        return Finding("interviews", Verdict.UNSAFE, text)
    count = len(interviews.kits)
    text = Text(
        f"面接キット{count}種をすべて読み込めます。", f"All {count} interview kits can be read."
    )
    return Finding("interviews", Verdict.GOOD, text)
