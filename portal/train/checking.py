"""The self-check of a lesson: what somebody chose, and what each option is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.lessons import Option, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands on the page; ``chosen`` is None while it is not answered."""

    name: str
    question: Question
    chosen: str | None

    @property
    def is_answered(self) -> bool:
        return self.chosen is not None

    @property
    def is_right(self) -> bool:
        return self.chosen == self.question.key

    def mark(self, option: Option) -> str:
        """``right`` for the key, ``wrong`` for another one that was chosen, else empty."""
        if option.id == self.question.key:
            return "right"
        return "wrong" if option.id == self.chosen else ""


@dataclass(frozen=True, slots=True)
class Check:
    """All questions of a lesson with the answers so far."""

    asked: tuple[Asked, ...]

    @property
    def is_begun(self) -> bool:
        return any(each.is_answered for each in self.asked)

    @property
    def right(self) -> int:
        return sum(each.is_right for each in self.asked)

    @property
    def open(self) -> int:
        return sum(not each.is_answered for each in self.asked)


def check_of(questions: Iterable[Question], answers: Mapping[str, str]) -> Check:
    """The questions with what was chosen; what is no option counts as not answered."""
    return Check(
        tuple(
            _asked(f"q{number}", question, answers) for number, question in enumerate(questions, 1)
        )
    )


def _asked(name: str, question: Question, answers: Mapping[str, str]) -> Asked:
    chosen = answers.get(name)
    known = any(option.id == chosen for option in question.options)
    return Asked(name, question, chosen if known else None)
