"""What a text says once its disguises are off.

Other widths and scripts, letters spaced out or swapped for digits, accents, marks and invisible
characters in between, letters of other alphabets that look alike.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

_LOOKALIKES = str.maketrans("013457@$аеорсухіѕјαειοκρτυνχ", "oieastasaeopcyxisjaeiokptuvx")
"""Digits and marks that stand in for Latin letters; Cyrillic and Greek ones that look like them."""
_CAPITALS = str.maketrans("ВКМНТΒΖΗΜΝΤΥ", "BKMHTBZHMNTY")
"""Cyrillic and Greek letters that look like a Latin one, or like another one, as capitals only."""
_RUN = re.compile(r"[a-z0-9@$а-яѐ-џα-ω]+")
_LETTER = re.compile(r"[a-zа-яѐ-џα-ω]")
_SPACED = re.compile(r"(?<![a-z])(?:[a-z][\s._*/|-]+){2,}[a-z](?![a-z])")
_JOINTS = re.compile(r"(?<=[a-z])(?:[-._*]+|[^\S\n]*\n\s*)(?=[a-z])")
MARK = "\N{ZERO WIDTH SPACE}"
"""Stands where words were taken out, so that their neighbours do not join; no plain text has it."""
WORD = re.compile(rf"[a-z]+|{MARK}")


def readings(text: str, cleared: Callable[[str], str]) -> Iterator[str]:
    """The English words of a text, one blank apart: with disguises taken off, and as written.

    The first is where words are whole: as written, an accent cuts them in two. ``cleared`` takes
    out of a plain text what is not to be read.
    """
    bare = _RUN.sub(_unmasked, _unaccented(cleared(plain(text.translate(_CAPITALS)))))
    yield _words(bare)
    yield _words(cleared(plain(text)))
    closed = _SPACED.sub(lambda found: "".join(WORD.findall(found[0])), bare)
    yield _words(_JOINTS.sub("", closed))


def _unmasked(run: re.Match[str]) -> str:
    """Latin letters for what looks like them; a number on its own stays one."""
    return run[0].translate(_LOOKALIKES) if _LETTER.search(run[0]) else run[0]


def plain(text: str) -> str:
    """One width and case; invisible characters are gone."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in wide if unicodedata.category(each) != "Cf")


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(each for each in parts if not _is_accent(each)))


def _is_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def _words(text: str) -> str:
    return " ".join(WORD.findall(text))


def squeezed(text: str) -> str:
    """Nothing between the letters but the mark."""
    return "".join(each for each in text if each.isalnum() or each in {"ー", MARK})
