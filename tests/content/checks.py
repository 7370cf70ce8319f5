"""What must hold for the words and numbers of a lesson; each check yields ``file: problem``."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from assessments.kpi_refusals import NotCalculable
from assessments.text import Text
from content.bodies import Grid
from content.bodies import SectionName as Name
from content.lessons import Question
from content.reading import MINUTES_A_QUESTION, keeps_to, length_of, minutes_of
from tests.content.drafts import Draft
from tests.content.facts import FACTS
from tests.content.wording import phrases_of, sentences_of

JAPANESE = re.compile(r"[぀-ヿ㐀-鿿＀-｠、-〿]+")
ENGLISH = re.compile(r"(?:[A-Za-z][A-Za-z'’-]*[,;:]?\s+){4,}[A-Za-z]+")
UNTYPED = re.compile(r"[ぁ-んァ-ヶ一-龠][,.!?](?!\w)|[０-９Ａ-Ｚａ-ｚ％]")
DASH = "—"
SHOWS = ("T08/en.md",)
"""English texts about Japanese letters: T08 shows a file in which they break."""


def not_as_stated(draft: Draft) -> Iterator[str]:
    """Facts that differ from the table of the domain file."""
    lesson, file = draft.lesson, f"{draft.id}/lesson.toml"
    if lesson is None:
        return
    skills = " ".join(skill.id for skill in lesson.skills)
    levels = (str(int(lesson.start)), str(int(lesson.goal)))
    words = (lesson.title.ja, lesson.title.en, lesson.kind.value, lesson.format.value, skills)
    ours = (*words, *levels, str(lesson.minutes))
    for here, there in zip(ours, FACTS.get(draft.id, ours), strict=True):
        if here != there:
            yield f"{file}: {here!r} must be {there!r}"


def misread(draft: Draft) -> Iterator[str]:
    """Languages in which the parts do not add up to the stated minutes."""
    if draft.lesson is None or draft.exercise is None:
        return
    for language, body in draft.bodies.items():
        asked = sum(
            length_of(text.in_language(language), language)
            for question in draft.questions
            for text in _texts(question)
        )
        reading = minutes_of(body.length + asked, language)
        total = reading + draft.exercise.minutes + MINUTES_A_QUESTION * len(draft.questions)
        if not keeps_to(total, draft.lesson.minutes):
            yield (
                f"{draft.id}/{language}.md: takes {float(total):.0f} minutes (reading "
                f"{float(reading):.0f}), stated are {draft.lesson.minutes}"
            )


def miscalculated(draft: Draft) -> Iterator[str]:
    """Figures that are not what their formula gives, or that a language does not print."""
    file = f"{draft.id}/lesson.toml"
    words = defaultdict(list)
    for _, language, phrase in phrases_of(draft):
        words[language].append(phrase)
    for place, figure in enumerate(draft.figures):
        try:
            if not figure.holds:
                yield f"{file}: figures[{place}]: {figure.shown} should be {figure.exact}"
        except (NotCalculable, ZeroDivisionError) as problem:
            yield f"{file}: figures[{place}]: {problem}"
        number = re.compile(rf"(?<![\d.]){re.escape(figure.shown)}(?!\d|[.,]\d)")
        for language, phrases in words.items():
            if not any(number.search(phrase) for phrase in phrases):
                yield f"{draft.id}/{language}.md: does not print {figure.shown} (figures[{place}])"


def off_schedule(draft: Draft) -> Iterator[str]:
    """Agendas whose minutes do not add up to about those of the exercise."""
    if draft.exercise is None:
        return
    for language, body in draft.bodies.items():
        for section in body.sections:
            if section.name is Name.AGENDA:
                grids = [block for block in section.blocks if isinstance(block, Grid)]
                total = sum(_leading_number(grid) for grid in grids)
                if not keeps_to(Fraction(total), draft.exercise.minutes):
                    yield (
                        f"{draft.id}/{language}.md: agenda of {total} minutes, the exercise has "
                        f"{draft.exercise.minutes}"
                    )


def untranslated(draft: Draft) -> Iterator[str]:
    """Japanese in English, English in Japanese, and signs of the other language's keyboard."""
    for file, language, words in phrases_of(draft):
        if language == "en" and file not in SHOWS and (found := JAPANESE.search(words)):
            yield f"{file}: Japanese in English: {found[0]!r}"
        if language == "ja" and (found := ENGLISH.search(words)):
            yield f"{file}: English in Japanese: {found[0]!r}"
        if language == "ja" and (found := UNTYPED.search(words)):
            yield f"{file}: wrong width: {found[0]!r} in {words[:30]!r}"
        if DASH in words:
            yield f"{file}: dash in {words[:30]!r}"
        if "弱み" in words:
            yield f"{file}: 弱み must be 伸びしろ"


def shared(drafts: Iterable[Draft]) -> Iterator[str]:
    """Sentences that stand in two lessons."""
    places: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for draft in drafts:
        for file, language, sentence in sentences_of(draft):
            places[language, sentence].setdefault(draft.id, file)
    for (_, sentence), files in places.items():
        if len(files) > 1:
            for file in files.values():
                others = ", ".join(each for each in files.values() if each != file)
                yield f"{file}: also in {others}: {sentence!r}"


def unbalanced(questions: list[Question]) -> Iterator[str]:
    """Keys that give themselves away by their place or their length."""
    if len(questions) < 8:
        return
    keys = Counter(question.key for question in questions)
    for key in "abcd":
        share = keys[key] / len(questions)
        if not 0.12 <= share <= 0.40:
            yield f"{share:.0%} of {len(questions)} keys are {key}: {dict(sorted(keys.items()))}"
    for language in ("ja", "en"):
        longest = sum(_is_longest(question, language) for question in questions)
        if longest * 2 > len(questions):
            yield f"{longest} of {len(questions)} right answers are the longest in {language}"


def single_keyed(draft: Draft) -> Iterator[str]:
    keys = {question.key for question in draft.questions}
    if len(draft.questions) > 2 and len(keys) == 1:
        yield f"{draft.id}/lesson.toml: every key is {keys.pop()}"


OF_ONE = (not_as_stated, misread, miscalculated, off_schedule, untranslated, single_keyed)
"""Checks that need one lesson alone."""


def _is_longest(question: Question, language: str) -> bool:
    lengths = [len(getattr(option.text, language)) for option in question.options]
    right = len(getattr(question.right.text, language))
    return right == max(lengths) and lengths.count(right) == 1


def _texts(question: Question) -> list[Text]:
    return [question.text, *(text for each in question.options for text in (each.text, each.why))]


def _leading_number(grid: Grid) -> int:
    firsts = ("".join(span.text for span in row[0]) for row in grid.rows)
    return sum(int(found[0]) for first in firsts if (found := re.search(r"\d+", first)))
