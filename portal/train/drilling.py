"""Drills on a page: the tasks of one seed, what was typed, and what it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.drills import Drill, NoNumber, Outcome, Task, Verdict, drill_of, judged
from content.figures import Unit

LONGEST = 40
MOST_SEED = 999_999


@dataclass(frozen=True, slots=True)
class Tried:
    """One task with what was typed. ``problem`` is set when that is no number."""

    name: str
    task: Task
    typed: str
    verdict: Verdict | None
    problem: NoNumber | None

    @property
    def is_right(self) -> bool:
        return self.verdict is not None and self.verdict.outcome is Outcome.RIGHT

    @property
    def unit(self) -> str:
        """What stands behind the field."""
        return {Unit.SHARE: "%", Unit.MONEY: "¥"}.get(self.task.unit, "")


def tries_of(drills: Iterable[Drill], seed: int, typed: Mapping[str, str]) -> tuple[Tried, ...]:
    """The tasks of this seed, each with the answer given to it."""
    return tuple(
        _tried(f"a{number}", drill_of(drill, seed + number), typed)
        for number, drill in enumerate(drills, 1)
    )


def _tried(name: str, task: Task, answers: Mapping[str, str]) -> Tried:
    typed = answers.get(name, "").strip()[:LONGEST]
    if not typed:
        return Tried(name, task, "", None, None)
    try:
        return Tried(name, task, typed, judged(task, typed), None)
    except NoNumber as problem:
        return Tried(name, task, typed, None, problem)
