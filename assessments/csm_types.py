"""Kinds of customer success work."""

from dataclasses import dataclass

from assessments.text import Text


@dataclass(frozen=True, slots=True)
class CsmType:
    """A bundle of working conditions that changes which skills matter."""

    id: str
    name: Text
    definition: Text
