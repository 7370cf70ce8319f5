"""From a standing to paper: the document is built, laid out in a language, and printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from assessments.text import Language
from portal.access.standing import Seen, Standing
from portal.library import library, training
from portal.persistence import maps, people
from portal.persistence.people import Person
from portal.reports.covers import cover_of
from portal.reports.documents import GrowthReport, ManagerReport, growth_report, manager_report
from portal.web import drawings, pdf
from portal.web.differences import self_and_manager
from portal.web.language import speaking
from portal.web.pdf.papers import laid_out

Kind = Literal["growth", "manager"]
TEMPLATES: Mapping[Kind, str] = {
    "growth": "documents/growth.html",
    "manager": "documents/manager.html",
}


@dataclass(frozen=True, slots=True)
class Order:
    """Which report, about whom, in which language, and who wants it on which day."""

    kind: Kind
    person: Person
    language: Language
    today: date
    made_by: str
    head: UUID | None = None
    """Whose other reports are the group in the manager's report; None for no group."""


def printed(order: Order, standing: Standing) -> bytes:
    """The report as a PDF. Raises the failures of ``portal.web.pdf``."""
    return pdf.render(page_of(order, standing))


def page_of(order: Order, standing: Standing) -> str:
    """The report as a page of HTML; the template sees values and drawings alone."""
    with speaking(order.language):
        values = {"document": _document(order, standing), **_drawn(standing)}
    return laid_out(TEMPLATES[order.kind], order.language, **values)


def _document(order: Order, standing: Standing) -> GrowthReport | ManagerReport:
    cover = cover_of(
        order.person,
        standing.current,
        _raters(standing.current),
        today=order.today,
        made_by=order.made_by,
    )
    if order.kind == "manager":
        result = standing.current.result
        figures = self_and_manager(result, order.person.id, order.head, order.today)
        return manager_report(cover, standing, figures, training().lessons, library().levels)
    published = [each.publication.map for each in maps.current()]
    return growth_report(cover, standing, published, training().lessons, library().levels)


def _drawn(standing: Standing) -> dict[str, Any]:
    return {
        "radar": drawings.radar_of(standing.current.result),
        "fits": drawings.fits_of(standing),
    }


def _raters(seen: Seen) -> Mapping[UUID, str]:
    """Names of those who rated in this round, by id."""
    ids = [each.rater_id for each in seen.record.every_record if each.rater_id]
    return {each.id: each.name for each in people.among(ids)}
