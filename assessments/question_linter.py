"""A reminder before a question is asked: which words touch what may not be asked.

It warns and gives the reason; a person decides. It looks through common disguises: other widths
and scripts, letters spaced out or swapped for digits, marks and invisible characters in between.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assessments.fair_selection import FairSelection, UnfairArea
from assessments.refusals import Refusal
from assessments.text import Text

QUESTION_LIMIT = 2000
"""Longest question in characters."""

_LOOKALIKES = str.maketrans("013457@$аеорсухіѕј", "oieastasaeopcyxisj")
"""Digits and marks that stand in for Latin letters, and Cyrillic ones that look like them."""
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
_WORD = re.compile(r"[a-z]+")
_DISGUISED = re.compile(r"[a-z0-9@$а-яѐ-џ]*[a-zа-яѐ-џ][a-z0-9@$а-яѐ-џ]*")
_SPACED = re.compile(r"(?<![a-z])(?:[a-z][\s._*/|-]+){2,}[a-z](?![a-z])")
_JOINTS = re.compile(r"(?<=[a-z])(?:[-._*]+|\s*\n\s*)(?=[a-z])")


class QuestionTooLong(Refusal):
    """The text has more characters than a question can have."""

    wording = Text(
        "質問は{limit}文字以内で入力してください(現在{length}文字)。",
        "Keep the question to {limit} characters or fewer (now {length}).",
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """An area that a question touches, and the terms of it that were found."""

    area: UnfairArea
    terms: tuple[str, ...]


def hits_in(question: str, fairness: FairSelection) -> tuple[Hit, ...]:
    """Every area that the question touches, in their order. Raises QuestionTooLong."""
    if len(question) > QUESTION_LIMIT:
        raise QuestionTooLong(limit=QUESTION_LIMIT, length=len(question))
    squeezed = _without(_squeezed(question), fairness.harmless_ja)
    readings = tuple(_without_words(each, fairness.harmless_en) for each in _readings(question))
    return tuple(
        Hit(area, terms)
        for area in fairness.areas
        if (terms := (*_japanese(area, squeezed), *_english(area, readings)))
    )


def _japanese(area: UnfairArea, squeezed: str) -> Iterator[str]:
    """Terms that stand anywhere; those in hiragana are found in katakana too."""
    folded = squeezed.translate(_KATAKANA_TO_HIRAGANA)
    for term in area.terms_ja:
        if _term(term) in (folded if _HIRAGANA.fullmatch(term) else squeezed):
            yield term


def _english(area: UnfairArea, readings: tuple[str, ...]) -> Iterator[str]:
    for term in area.terms_en:
        if any(_stands_in(term, reading) for reading in readings):
            yield term


def _stands_in(term: str, reading: str) -> bool:
    """Looked for as plain letters first: hardly any term is in a question at all."""
    return term.removesuffix("*") in reading and bool(_pattern(term).search(reading))


def _squeezed(text: str) -> str:
    """One width and case, and nothing between the letters."""
    return "".join(each for each in _plain(text) if each.isalnum() or each == "ー")


_term = lru_cache(maxsize=2048)(_squeezed)
"""For the words that are looked for; what people write is not kept."""


def _readings(text: str) -> Iterator[str]:
    """The English words of a text, one blank apart: as written, and with disguises taken off."""
    plain = _plain(text)
    yield _words(plain)
    bare = _DISGUISED.sub(lambda found: found[0].translate(_LOOKALIKES), _unaccented(plain))
    yield _words(bare)
    closed = _SPACED.sub(lambda found: "".join(_WORD.findall(found[0])), bare)
    yield _words(_JOINTS.sub("", closed))


def _plain(text: str) -> str:
    """One width and case; invisible characters are gone."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in wide if unicodedata.category(each) != "Cf")


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(each for each in parts if not _is_accent(each)))


def _is_accent(letter: str) -> bool:
    return "̀" <= letter <= "ͯ"


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _without(text: str, harmless: tuple[str, ...]) -> str:
    for each in harmless:
        text = text.replace(_term(each), "")
    return text


def _without_words(text: str, harmless: tuple[str, ...]) -> str:
    for each in harmless:
        if each.removesuffix("*") in text:
            text = _pattern(each).sub("-", text)
    return text


@lru_cache(maxsize=2048)
def _pattern(term: str) -> re.Pattern[str]:
    stem = re.escape(term.removesuffix("*"))
    return re.compile(rf"\b{stem}{'[a-z]*' if term.endswith('*') else ''}\b")
