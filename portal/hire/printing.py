"""Kits, work samples and job descriptions on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import gettext

from assessments.interview_kits import InterviewKit
from assessments.text import Language, Text
from portal.hire.pages import JobPage
from portal.library import interviews
from portal.web.language import speaking, tr
from portal.web.pdf.answers import fit_for_name
from portal.web.pdf.papers import laid_out

KitPaper = Literal["kit", "work_sample"]
"""What the panel gets, and what the candidate gets."""
Paper = KitPaper | Literal["job"]
TEMPLATES: Mapping[Paper, str] = {
    "kit": "documents/kit.html",
    "work_sample": "documents/work_sample.html",
    "job": "documents/job.html",
}


@dataclass(frozen=True, slots=True)
class Order:
    """In which language a paper is wanted, on which day and by whom."""

    language: Language
    today: date
    made_by: str


def kit_paper(paper: KitPaper, kit: InterviewKit, order: Order) -> str:
    """The kit, or the candidate's part of its work sample, as a page of HTML to print."""
    known = interviews()
    return laid_out(
        TEMPLATES[paper],
        order.language,
        order=order,
        kit=kit,
        process=known.process,
        fairness=known.fairness,
    )


def job_paper(page: JobPage, order: Order) -> str:
    """The job description as a page of HTML to print."""
    return laid_out(
        TEMPLATES["job"],
        order.language,
        order=order,
        description=page.description,
        version=page.publication.version,
    )


def kit_file_name(paper: KitPaper, kit: InterviewKit, order: Order) -> str:
    """``Interview kit_Onboarding specialist_2026-11-03.pdf``, in the language of the paper."""
    return _file_name(paper, kit.type.name, order)


def job_file_name(page: JobPage, order: Order) -> str:
    """As the job is called, with its band."""
    return _file_name("job", page.description.title, order)


def _file_name(paper: Paper, about: Text, order: Order) -> str:
    with speaking(order.language):
        titles = {
            "kit": gettext("Interview kit"),
            "work_sample": gettext("Work sample"),
            "job": gettext("Job description"),
        }
        name = fit_for_name(tr(about))
    return f"{titles[paper]}_{name}_{order.today.isoformat()}.pdf"
