"""Words as people write them: width, case, blanks and dashes make no difference."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Generic, TypeVar

from assessments.text import Text

Meaning = TypeVar("Meaning")

_IGNORED = str.maketrans("", "", "-_'’*※・/.")
_HIDDEN = ("Cf", "Zs", "Cc")


@lru_cache(maxsize=10_000)
def key_of(word: str) -> str:
    """The same for every way of writing a word."""
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_IGNORED)
    return "".join(sign for sign in plain if unicodedata.category(sign) not in _HIDDEN)


class Words(Generic[Meaning]):
    """What each of a set of words means."""

    def __init__(self, meanings: Mapping[Meaning, Iterable[str]]) -> None:
        self._names = {
            key_of(name): (name, meaning) for meaning, names in meanings.items() for name in names
        }

    def meaning_of(self, word: str) -> Meaning | None:
        found = self._names.get(key_of(word))
        return found[1] if found else None

    def nearest_to(self, word: str) -> str | None:
        """The name that was probably meant."""
        keys = get_close_matches(key_of(word), self._names, n=1, cutoff=0.6)
        return self._names[keys[0]][0] if keys else None


def both(text: Text, *more: str) -> tuple[str, ...]:
    """The names of something in either language, and further ones."""
    return (text.ja, text.en, *more)
