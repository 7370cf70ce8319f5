"""All words of a lesson, phrase by phrase, with the file in which each one stands."""

import re
from collections.abc import Iterator

from assessments.text import LANGUAGES, Language, Text
from content.bodies import Block, Body, Grid, Heading, Line, Listing, Paragraph, Quote
from content.lessons import Question
from content.templates import Checks, Fields, Form, Prose, Template
from tests.content.drafts import Draft

Phrase = tuple[str, Language, str]
"""File, language and words."""

LEAST_CHARACTERS, LEAST_WORDS = 12, 4
"""Shorter sentences may stand in two lessons."""

STEM = re.compile(r"(what|which|how) (do you|is your) \w+( \w+)?")
"""How a question ends after its situation is told: any number of questions may end so."""


def phrases_of(draft: Draft) -> Iterator[Phrase]:
    """Everything that a reader reads, labels of forms included."""
    for language, body in draft.bodies.items():
        for line in lines_of(body):
            yield f"{draft.id}/{language}.md", language, line
    for file, text in texts_of(draft):
        for language in LANGUAGES:
            yield f"{draft.id}/{file}", language, text.in_language(language)


def lines_of(body: Body, *, heads: bool = True) -> Iterator[str]:
    """Line by line; ``heads`` of tables too."""
    for section in body.sections:
        for block in section.blocks:
            for line in _lines(block, heads=heads):
                yield "".join(span.text for span in _spoken(line)).strip()


def texts_of(draft: Draft) -> Iterator[tuple[str, Text]]:
    lesson, exercise, template = draft.lesson, draft.exercise, draft.template
    facts = [lesson.title, lesson.aim] if lesson else []
    facts += [sign.text for sign in exercise.signs] if exercise else []
    facts += [text for question in draft.questions for text in _in_question(question)]
    facts += [text for drill in draft.drills for text in (drill.story, *_whys(drill.mistakes))]
    yield from (("lesson.toml", text) for text in facts)
    if template:
        yield from (("template.toml", text) for text in _in_template(template))


def sentences_of(draft: Draft) -> Iterator[Phrase]:
    """The sentences long enough to be somebody's own; without the labels of forms."""
    labels = set(map(id, _labels(draft.template))) if draft.template else set()
    kept = [each for each in texts_of(draft) if id(each[1]) not in labels]
    phrases = [
        (f"{draft.id}/{language}.md", language, line)
        for language, body in draft.bodies.items()
        for line in lines_of(body, heads=False)
    ]
    phrases += [
        (f"{draft.id}/{file}", language, text.in_language(language))
        for file, text in kept
        for language in LANGUAGES
    ]
    for file, language, words in phrases:
        for sentence in split(words, language):
            yield file, language, sentence


def split(words: str, language: Language) -> Iterator[str]:
    """The sentences of a phrase in small letters, without the marks around them."""
    ends = r"[。！？!?\n]+" if language == "ja" else r"[.!?]+[\"'”’)\]]*(?:\s+|$)|\n"
    for part in re.split(ends, words):
        sentence = part.strip(" \t「」『』()（）\"'“”‘’[]〔〕、,:;：・").casefold()
        if is_long(sentence, language):
            yield sentence


def is_long(sentence: str, language: Language) -> bool:
    if STEM.fullmatch(sentence):
        return False
    if language == "ja":
        return len(re.sub(r"\s", "", sentence)) >= LEAST_CHARACTERS
    return len(sentence.split()) >= LEAST_WORDS


def _lines(block: Block, *, heads: bool) -> tuple[Line, ...]:
    match block:
        case Heading(line) | Paragraph(line):
            return (line,)
        case Listing(_, items):
            return items
        case Quote(lines):
            return lines
        case Grid(head, rows):
            return (*(head if heads else ()), *(cell for row in rows for cell in row))


def _spoken(line: Line) -> Line:
    """A line without the name of the person who speaks it."""
    return line[1:] if len(line) > 1 and line[0].strong else line


def _in_question(question: Question) -> Iterator[Text]:
    yield question.text
    for option in question.options:
        yield from (option.text, option.why)


def _whys(mistakes: tuple[object, ...]) -> Iterator[Text]:
    yield from (each.why for each in mistakes)  # type: ignore[attr-defined]


def _in_template(template: Template) -> Iterator[Text]:
    yield template.title
    yield from _labels(template)
    yield from (each for each in (template.note, *(part.note for part in template.parts)) if each)
    for part in template.parts:
        match part:
            case Fields(fields=entries) | Checks(items=entries):
                yield from (each.hint for each in entries if each.hint)
                if isinstance(part, Checks):
                    yield from (item.text for item in part.items)
            case Form(rows=rows):
                yield from (cell for row in rows for cell in row.values() if isinstance(cell, Text))
            case Prose(paragraphs=paragraphs):
                yield from paragraphs


def _labels(template: Template) -> Iterator[Text]:
    for part in template.parts:
        yield part.heading
        match part:
            case Fields(fields=fields):
                yield from (each.label for each in fields)
            case Form(columns=columns):
                yield from (column.label for column in columns)
                yield from (choice for column in columns for choice in column.choices)
            case _:
                pass
