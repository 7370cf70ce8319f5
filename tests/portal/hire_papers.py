"""Kits and job descriptions as pages to print, and printed, without a browser."""

from functools import cache

from assessments.text import Language
from portal.hire.pages import job_page, kit_of
from portal.hire.printing import Order, Paper, job_paper, kit_paper
from portal.persistence import maps
from portal.web.pdf import render
from tests.demo_facts import NOW


def paper(kind: Paper, type_id: str, language: Language) -> str:
    """The page of one paper; needs the context of an application with published maps."""
    order = Order(language, NOW.date(), "Aya Abe")
    kit = kit_of(type_id)
    assert kit
    if kind != "job":
        return kit_paper(kind, kit, order)
    published = maps.current_of(type_id)
    assert published
    return job_paper(job_page(kit, published, "senior", ["ov_partner"]), order)


@cache
def printed(kind: Paper, type_id: str, language: Language) -> bytes:
    """The paper of the demo organisation as a PDF, printed once; needs the same context."""
    return render(paper(kind, type_id, language))
