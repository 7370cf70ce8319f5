"""Which language the terminal speaks."""

import os
from collections.abc import Mapping

from assessments.text import Language, Text

VARIABLES = ("PORTAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def terminal_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Japanese where PORTAL_LANG, or else the terminal's own locale, says so; else English."""
    chosen = next(filter(None, map(environment.get, VARIABLES)), "")
    return "ja" if chosen.lower().startswith("ja") else "en"


def say(ja: str, en: str) -> str:
    """One of two wordings, in the language of the terminal."""
    return tell(Text(ja, en))


def tell(text: Text) -> str:
    """A phrase of the portal in the language of the terminal."""
    return text.in_language(terminal_language())
