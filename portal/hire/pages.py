"""Kits and job descriptions as their pages and papers show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.bands import band_of
from assessments.interview_kits import InterviewKit
from assessments.job_descriptions import JobDescription, job_description_of
from assessments.profiles import Profile
from assessments.publications import Publication
from assessments.question_linter import Hit, hits_in
from portal.library import interviews
from portal.persistence.maps import PublishedMap


@dataclass(frozen=True, slots=True)
class JobPage:
    """A job description, the map that it comes from, and what was chosen."""

    kit: InterviewKit
    published: PublishedMap
    profile: Profile
    description: JobDescription

    @property
    def publication(self) -> Publication:
        return self.published.publication


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and the areas that it touches."""

    question: str
    hits: Sequence[Hit]


def judged(questions: Sequence[str]) -> Sequence[Judged]:
    """What the linter says to each question."""
    fairness = interviews().fairness
    return [Judged(each, hits_in(each, fairness)) for each in questions]


def kit_of(type_id: str) -> InterviewKit | None:
    """None for a type that there is not."""
    return interviews().kits.get(type_id)


def job_page(
    kit: InterviewKit, published: PublishedMap, band: str, overlay_ids: Sequence[str]
) -> JobPage:
    """The description for a band and duties by id; unknown ones count as standard and none."""
    publication = published.publication
    profile = publication.profile(band_of(band), overlay_ids)
    description = job_description_of(publication, profile, kit, interviews().job)
    return JobPage(kit, published, profile, description)
