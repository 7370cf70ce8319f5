"""The shipped libraries, read once per process."""

from functools import cache

from assessments.loading import Library, load_library
from assessments.loading.interviews import InterviewLibrary, load_interviews
from content.loading.library import TrainingLibrary, load_training


@cache
def library() -> Library:
    """Skills, types, levels, bands and overlays as shipped."""
    return load_library()


@cache
def training() -> TrainingLibrary:
    """Lessons and curricula as shipped."""
    return load_training(library())


@cache
def interviews() -> InterviewLibrary:
    """Interview kits, the panel's process and fair selection as shipped."""
    return load_interviews(library())
