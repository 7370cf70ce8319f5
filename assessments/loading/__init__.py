"""Data files to types. Every error names the file and the key."""

from assessments.loading.documents import LibraryError
from assessments.loading.library import Library, load_library

__all__ = ["Library", "LibraryError", "load_library"]
