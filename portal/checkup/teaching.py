"""Whether everything that is taught can be read."""

from collections.abc import Iterator
from pathlib import Path

from assessments.loading import LibraryError
from assessments.text import Text
from content.loading import check_training, load_training
from content.loading.library import SHIPPED
from portal.checkup.findings import Finding, Verdict
from portal.library import library


def findings(folder: Path = SHIPPED) -> Iterator[Finding]:
    """Reads every lesson below ``folder`` whole."""
    try:
        training = load_training(library(), folder)
        check_training(training)
    except LibraryError as problem:
        yield Finding("training", Verdict.UNSAFE, _wrong(problem))
        return
    count = len(training.lessons)
    good = Text(f"研修{count}本をすべて読み込めます。", f"All {count} lessons can be read.")
    yield Finding("training", Verdict.GOOD, good)


def _wrong(problem: LibraryError) -> Text:
    return Text(
        f"研修ライブラリに誤りがあります。ファイルを直してください: {problem}",
        f"The training library has a fault. Correct the file: {problem}",
    )
