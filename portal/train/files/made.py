"""From a template to the file that somebody opens in a spreadsheet or text program."""

from dataclasses import dataclass

from assessments.text import Language
from content.templates import Template, TemplateKind
from portal.train.files.books import book_of

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class FormFile:
    """The bytes of a file, its name and its media type."""

    content: bytes
    name: str
    media_type: str


def file_of(template: Template, language: Language) -> FormFile:
    """The form in this language; the same bytes for the same template."""
    stem = f"{template.name}-{language}"
    if template.kind is TemplateKind.SHEET:
        return FormFile(
            book_of(template, language), f"{stem}.xlsx", f"{OFFICE}.spreadsheetml.sheet"
        )
    from portal.train.files.papers import paper_of  # noqa: PLC0415 (python-docx is slow to load)

    return FormFile(
        paper_of(template, language), f"{stem}.docx", f"{OFFICE}.wordprocessingml.document"
    )
