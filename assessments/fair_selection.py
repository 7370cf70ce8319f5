"""Fair selection: what may not be asked or done, why, and what to ask instead."""

from dataclasses import dataclass

from assessments.text import Text


@dataclass(frozen=True, slots=True)
class UnfairArea:
    """Something that may not be asked, and the words that give it away.

    Japanese ``terms_ja`` are found as parts of a text, English ``terms_en`` as whole words, a
    trailing ``*`` standing for any ending. Source: Japan's fair selection rules (MHLW) and equal
    treatment law; a reminder, not legal advice.
    """

    id: str
    name: Text
    why: Text
    instead: Text
    terms_ja: tuple[str, ...]
    terms_en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnfairPractice:
    """Something that is not done in a selection, whatever is asked."""

    id: str
    name: Text
    why: Text


@dataclass(frozen=True, slots=True)
class FairSelection:
    """Areas, practices, and harmless words that only look like one of the terms."""

    areas: tuple[UnfairArea, ...]
    practices: tuple[UnfairPractice, ...]
    harmless_ja: tuple[str, ...]
    harmless_en: tuple[str, ...]
