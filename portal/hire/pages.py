"""Kits and job descriptions as their pages and papers show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.bands import Band
from assessments.interview_kits import InterviewKit
from assessments.job_descriptions import BandAndDuties, JobDescription, job_description_of
from assessments.profiles import Profile
from assessments.publications import Publication
from assessments.question_linter import Hit, hits_in
from portal.library import interviews
from portal.persistence import maps
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


def published_of(type_id: str) -> PublishedMap | None:
    """The newest map of a type; None before there is one."""
    found = (each for each in maps.current() if each.publication.type.id == type_id)
    return next(found, None)


def job_page(
    kit: InterviewKit, published: PublishedMap, band: str, overlay_ids: Sequence[str]
) -> JobPage:
    """The description for a band and duties by id; unknown ones count as standard and none."""
    known = Band(band) if band in list(Band) else Band.STANDARD
    profile = published.publication.profile(known, overlay_ids)
    overlays = published.publication.overlays
    words = BandAndDuties(
        published.publication.bands.names[known],
        tuple(overlays[each].name for each in profile.overlays),
    )
    description = job_description_of(profile, kit, words, interviews().job)
    return JobPage(kit, published, profile, description)
