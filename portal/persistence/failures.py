"""What it means when the database refuses."""

from sqlalchemy.exc import DBAPIError

DatabaseError = DBAPIError

NO_SPACE = 507
BUSY = 503
BROKEN = 500

FULL = ("disk is full", "no space left", "disk i/o")
PASSING = (
    "busy",
    "connection failed",
    "connection is bad",
    "deadlock",
    "lock timeout",
    "locked",
    "too many clients",
)
"""What SQLite, PostgreSQL and its driver say when the same request may work in a moment."""


def status_of(error: Exception) -> int:
    """The HTTP status that tells a user what to do: 507 no space, 503 try again, else 500."""
    words = str(getattr(error, "orig", error)).lower()
    if any(each in words for each in FULL):
        return NO_SPACE
    if any(each in words for each in PASSING) or getattr(error, "connection_invalidated", False):
        return BUSY
    return BROKEN
