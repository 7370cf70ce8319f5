"""The shipped library, read once per process."""

from functools import cache

from assessments.loading import Library, load_library


@cache
def library() -> Library:
    """Skills, types, levels, bands and overlays as shipped."""
    return load_library()
