"""What it means when the database refuses."""

from sqlalchemy.exc import DBAPIError

DatabaseError = DBAPIError

NO_SPACE = 507
BUSY = 503
BROKEN = 500


def status_of(error: Exception) -> int:
    """The HTTP status that tells a user what to do: 507 no space, 503 try again, else 500."""
    words = str(getattr(error, "orig", error)).lower()
    if "disk is full" in words or "no space left" in words or "disk i/o" in words:
        return NO_SPACE
    if "locked" in words or "busy" in words or getattr(error, "connection_invalidated", False):
        return BUSY
    return BROKEN
