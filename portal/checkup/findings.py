"""What a check-up finds."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.text import Text


class Verdict(StrEnum):
    """Good, worth knowing, or unsafe for production."""

    GOOD = "good"
    NOTE = "note"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``text`` says how it is and, unless good, what to do."""

    check: str
    verdict: Verdict
    text: Text

    @property
    def is_good(self) -> bool:
        return self.verdict is Verdict.GOOD


def judged(
    check: str, is_good: bool, good: Text, bad: Text, *, otherwise: Verdict = Verdict.UNSAFE
) -> Finding:
    """One of two findings."""
    return Finding(check, Verdict.GOOD, good) if is_good else Finding(check, otherwise, bad)
