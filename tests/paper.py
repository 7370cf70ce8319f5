"""What can be read in a PDF, and pages to print."""

from io import BytesIO
from uuid import UUID

import pikepdf
import pypdf

from assessments.ratings import Relation
from assessments.text import Language
from portal.access.standing import Standing, standing_of
from portal.persistence import people
from portal.persistence.people import Person
from portal.reports.printing import Kind, Order, page_of
from tests.demo_facts import NOW

TODAY = NOW.date()
SIDES: dict[Kind, Relation] = {"growth": Relation.SELF, "manager": Relation.MANAGER}


def person_at(email: str) -> Person:
    person = people.find_by_email(email)
    assert person
    return person


def standing(person_id: UUID, kind: Kind) -> Standing:
    found = standing_of(person_id, SIDES[kind])
    assert found
    return found


def page_about(email: str, kind: Kind = "growth", language: Language = "ja") -> str:
    """The page of a report about somebody of the open application."""
    person = person_at(email)
    order = Order(kind, person, language, TODAY, "Aya Abe")
    return page_of(order, standing(person.id, kind))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def tight(text: str) -> str:
    """The text without its blanks and line ends, which are where the lines were broken."""
    return "".join(text.split())


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def a_page(body: str, *, language: Language = "ja", head: str = "") -> str:
    """A small page that stands on its own."""
    return (
        f'<html lang="{language}"><head><title>見本</title>{head}</head>'
        f"<body><h1>見本</h1>{body}</body></html>"
    )
