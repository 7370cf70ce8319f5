"""The shipped libraries, read once per process."""

from functools import cache

from assessments.loading import Library, load_library
from content.loading.library import TrainingLibrary, load_training


@cache
def library() -> Library:
    """Skills, types, levels, bands and overlays as shipped."""
    return load_library()


@cache
def training() -> TrainingLibrary:
    """Lessons and curricula as shipped."""
    return load_training(library())
