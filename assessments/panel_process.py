"""How a panel works: the steps that are printed in every kit, and errors that raters make."""

from dataclasses import dataclass

from assessments.interviews import PanelRule
from assessments.text import Text


@dataclass(frozen=True, slots=True)
class NamedStep:
    """A step, or an error, with what to do."""

    id: str
    name: Text
    text: Text


@dataclass(frozen=True, slots=True)
class PanelProcess:
    """The same for every type; ``opening`` and ``closing`` are read out to every candidate."""

    rule: PanelRule
    steps: tuple[NamedStep, ...]
    rater_errors: tuple[NamedStep, ...]
    opening: Text
    closing: Text
