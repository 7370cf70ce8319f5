"""A reminder before a question is asked: which words touch what may not be asked.

It warns and gives the reason; a person decides. It looks through common disguises: other widths
and scripts, letters spaced out or swapped for digits, marks and invisible characters in between.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from assessments.disguises import MARK, WORD, plain, readings, squeezed
from assessments.fair_selection import FairSelection, UnfairArea
from assessments.refusals import Refusal
from assessments.text import Text

QUESTION_LIMIT = 2000
"""Longest question in characters."""

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
_OF_THE_PERSON_JA = "(あなたの|自身[のに])?"
_OF_THE_PERSON_EN = r"(\b(?:are\s+you|do\s+you\s+have(?:\s+an?|\s+any)?)\s+)?"
_WITHIN_A_PHRASE = r"[\s'’_ぁ-んァ-ヶー一-鿿-]+"
"""Between the words of a harmless phrase; a comma or a full stop would end it."""

_Found = tuple[UnfairArea, str]


class QuestionTooLong(Refusal):
    """The text has more characters than a question can have."""

    wording = Text(
        "質問は{limit}文字以内で入力してください(現在{length}文字)。",
        "Keep the question to {limit} characters or fewer (now {length}).",
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """An area that a question touches, and which of its words do: whole, their disguises off."""

    area: UnfairArea
    words: tuple[str, ...]


def hits_in(question: str, fairness: FairSelection) -> tuple[Hit, ...]:
    """Every area that the question touches, in their order. Raises QuestionTooLong."""
    if len(question) > QUESTION_LIMIT:
        raise QuestionTooLong(limit=QUESTION_LIMIT, length=len(question))
    letters = squeezed(_without_harmless_ja(plain(question), fairness.harmless_ja))
    cleared = partial(_without_harmless_en, harmless=fairness.harmless_en)
    said = tuple(readings(question, cleared))
    found = (*_japanese(fairness.areas, letters), *_english(fairness.areas, said))
    return tuple(
        Hit(area, words)
        for area in fairness.areas
        if (words := tuple(dict.fromkeys(word for its_area, word in found if its_area is area)))
    )


def _japanese(areas: tuple[UnfairArea, ...], letters: str) -> Iterator[_Found]:
    """What stands anywhere, not only in a longer term elsewhere: 母国 says nothing of 母.

    Terms in hiragana are found in katakana too.
    """
    folded = letters.translate(_KATAKANA_TO_HIRAGANA)
    found = [
        (area, term, text)
        for area in areas
        for term in area.terms_ja
        if _term(term) in (text := folded if _HIRAGANA.fullmatch(term) else letters)
    ]
    for area, term, text in found:
        rest = text
        for its_area, other, _ in found:
            if its_area is not area and _term(term) in _term(other) and term != other:
                rest = rest.replace(_term(other), MARK * len(_term(other)))
        if (place := rest.find(_term(term))) >= 0:
            yield area, letters[place : place + len(_term(term))]


def _english(areas: tuple[UnfairArea, ...], said: tuple[str, ...]) -> Iterator[_Found]:
    """What stands as words, not only in a longer term elsewhere (“mother tongue”)."""
    found = [
        (area, term)
        for area in areas
        for term in area.terms_en
        if any(_stands_in(term, reading) for reading in said)
    ]
    for area, term in found:
        elsewhere = [other for its_area, other in found if its_area is not area]
        around = [_pattern(other) for other in elsewhere if _is_longer(other, term)]
        for word in _first_found(term, (_blotted(reading, around) for reading in said)):
            yield area, word


def _first_found(term: str, said: Iterable[str]) -> Sequence[str]:
    """All that the term finds, in the first reading in which it finds anything."""
    return next((words for each in said if (words := _pattern(term).findall(each))), ())


def _stands_in(term: str, reading: str) -> bool:
    """Looked for as plain letters first: hardly any term is in a question at all."""
    return term.removesuffix("*") in reading and bool(_pattern(term).search(reading))


def _is_longer(other: str, term: str) -> bool:
    return _stands_in(term, other) and not _stands_in(other, term)


def _blotted(reading: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for each in patterns:
        reading = each.sub(MARK, reading)
    return reading


def _without_harmless_ja(text: str, harmless: tuple[str, ...]) -> str:
    """Before the text is squeezed: 「多分、母は」 is not about a 分母."""
    for each in harmless:
        if _phrase(each) in text:
            text = _harmless_ja(each).sub(_mark, text)
    return text


def _without_harmless_en(text: str, harmless: tuple[str, ...]) -> str:
    """Before the text is cut into words: “for our data: age?” is not about a data age."""
    words = set(WORD.findall(text))
    for each in harmless:
        if each.partition(" ")[0] in words:
            text = _harmless_en(each).sub(_mark, text)
    return text


def _mark(harmless: re.Match[str]) -> str:
    """Said of the person nothing is harmless: a false alarm costs a sentence, silence far more."""
    return harmless[0] if harmless[1] else MARK


@lru_cache(maxsize=2048)
def _harmless_ja(phrase: str) -> re.Pattern[str]:
    return re.compile(_OF_THE_PERSON_JA + re.escape(_phrase(phrase)))


@lru_cache(maxsize=2048)
def _harmless_en(phrase: str) -> re.Pattern[str]:
    words = _pattern(phrase).pattern.replace(r"\ ", _WITHIN_A_PHRASE)
    return re.compile(_OF_THE_PERSON_EN + words)


@lru_cache(maxsize=2048)
def _pattern(term: str) -> re.Pattern[str]:
    stem = re.escape(term.removesuffix("*"))
    return re.compile(rf"(?<![a-z]){stem}{'[a-z]*' if term.endswith('*') else ''}(?![a-z])")


@lru_cache(maxsize=2048)
def _phrase(words: str) -> str:
    """For the words that are looked for; what people write is not kept."""
    return plain(words)


@lru_cache(maxsize=2048)
def _term(word: str) -> str:
    return squeezed(plain(word))
