"""Whether everything that panels ask can be read."""

from collections.abc import Iterator
from pathlib import Path

from assessments.loading import LibraryError
from assessments.loading.interviews import SHIPPED, check_interviews, load_interviews
from assessments.text import Text
from portal.checkup.findings import Finding, Verdict
from portal.library import library


def findings(folder: Path = SHIPPED) -> Iterator[Finding]:
    """Reads every interview kit below ``folder`` whole."""
    try:
        interviews = load_interviews(library(), folder)
        check_interviews(interviews)
    except LibraryError as problem:
        yield Finding("interviews", Verdict.UNSAFE, _wrong(problem))
        return
    count = len(interviews.kits)
    good = Text(
        f"面接キット{count}種をすべて読み込めます。", f"All {count} interview kits can be read."
    )
    yield Finding("interviews", Verdict.GOOD, good)


def _wrong(problem: LibraryError) -> Text:
    return Text(
        f"面接キットに誤りがあります。ファイルを直してください: {problem}",
        f"An interview kit has a fault. Correct the file: {problem}",
    )
