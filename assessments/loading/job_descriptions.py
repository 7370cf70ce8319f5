"""The fixed words of a job description from ``job_description.toml``."""

from collections.abc import Iterable, Mapping
from string import Formatter

from assessments.job_descriptions import JobWording
from assessments.loading.documents import Table
from assessments.text import LANGUAGES, Text

FORMS = {
    "title_of_band": {"title", "band"},
    "duties": {"lead", "duties"},
    "level": {"skill", "anchor"},
    "level_of_must_have": {"skill", "anchor"},
}
"""What each form is filled in with."""

SECTIONS = ("tasks", "levels", "selection", "fairness", "conditions")
LISTS = ("selection", "fairness", "conditions")
KNOWN_IN_LISTS = {"minutes", "sample"}


def job_wording_in(document: Table, types: Iterable[str]) -> JobWording:
    """The wording for these types; sections in their order. Raises LibraryError."""
    headings = document.table("headings")
    return JobWording(
        {type_id: document.table("titles").text(type_id) for type_id in types},
        {name: _form(document, name, filled) for name, filled in FORMS.items()},
        {name: headings.text(name) for name in SECTIONS},
        _notes(document.table("notes")),
        {name: _list(document.table("lists"), name) for name in LISTS},
    )


def _notes(notes: Table) -> Mapping[str, Text]:
    """By section. Raises LibraryError for a note to a section that there is not."""
    if unknown := [name for name in notes.values if name not in SECTIONS]:
        raise notes.error(unknown[0], f"is none of {', '.join(SECTIONS)}")
    return {name: notes.text(name) for name in notes.values}


def _form(document: Table, name: str, filled: set[str]) -> Text:
    """Raises LibraryError for a phrase that names anything else than what it is filled with."""
    form = document.text(name)
    for language in LANGUAGES:
        if _named_in(document, name, form.in_language(language)) != filled:
            raise document.error(f"{name}.{language}", f"must name {', '.join(sorted(filled))}")
    return form


def _list(lists: Table, name: str) -> tuple[Text, ...]:
    lines = lists.texts(name)
    for line in lines:
        named = _named_in(lists, name, line.ja) | _named_in(lists, name, line.en)
        if not named <= KNOWN_IN_LISTS:
            raise lists.error(name, f"knows only {', '.join(sorted(KNOWN_IN_LISTS))}")
    return lines


def _named_in(table: Table, key: str, phrase: str) -> set[str]:
    """The names between the braces of a phrase. Raises LibraryError for anything else in them."""
    try:
        parts = [part for part in Formatter().parse(phrase) if part[1] is not None]
    except ValueError as problem:
        raise table.error(key, str(problem)) from problem
    if any(spec or conversion for _, _, spec, conversion in parts):
        raise table.error(key, "braces hold nothing but a name")
    return {name or "" for _, name, _, _ in parts}
