"""What a page of an error says, by status."""

from http import HTTPStatus
from typing import NamedTuple

from flask import current_app, request
from flask_babel import format_decimal, gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from portal.web.spreadsheets.limits import MOST_BYTES

WITH_FILES = "multipart/form-data"
MEGABYTE = 1_000_000
SENT_PER_CHARACTER = 9
"""Bytes that a browser sends for one Japanese character of a form without files."""
ROUNDED = 100_000


class Wording(NamedTuple):
    """What a page of an error says."""

    title: str | LazyString
    message: str | LazyString
    wait: int = 0
    """In seconds: when to try again; 0 where waiting does not help."""


WORDINGS = {
    HTTPStatus.BAD_REQUEST: Wording(
        lazy_gettext("This request could not be read"),
        lazy_gettext("Go back, reload the page and try again."),
    ),
    HTTPStatus.UNAUTHORIZED: Wording(
        lazy_gettext("You are signed out"),
        lazy_gettext("Sign in again in another tab, then send this once more."),
    ),
    HTTPStatus.FORBIDDEN: Wording(
        lazy_gettext("This is not allowed"),
        lazy_gettext("Ask an administrator if you think it should be."),
    ),
    HTTPStatus.NOT_FOUND: Wording(
        lazy_gettext("Page not found"),
        lazy_gettext("It may have moved, or it is not open to you."),
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Wording(
        lazy_gettext("This request could not be read"),
        lazy_gettext("Go back, reload the page and try again."),
    ),
    HTTPStatus.CONFLICT: Wording(
        lazy_gettext("Somebody else changed this"),
        lazy_gettext("Load the page again and compare before you save."),
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: Wording(
        lazy_gettext("This form has a field that the portal does not know"),
        lazy_gettext("Nothing was saved. Load the page again and send the form from there."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: Wording(
        lazy_gettext("Too many attempts"),
        lazy_gettext("Wait a few minutes, then try again."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Wording(
        lazy_gettext("Something went wrong"),
        lazy_gettext("It has been logged. Try again; if it stays, quote the number below."),
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: Wording(
        lazy_gettext("Busy for a moment"),
        lazy_gettext("Nothing was saved. Wait a few seconds and send it again."),
        wait=5,
    ),
    HTTPStatus.INSUFFICIENT_STORAGE: Wording(
        lazy_gettext("There is no space left to save"),
        lazy_gettext("Nothing was saved. Keep this page open and tell an administrator."),
    ),
}


def wording_of(status: int) -> Wording:
    """The words for a status; for one that has none of its own, those of its family."""
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return _too_large()
    return WORDINGS.get(HTTPStatus(status)) or WORDINGS[_family(status)]


def expired() -> Wording:
    """The words for a form of somebody whose sign-in has ended and its token with it."""
    return Wording(
        gettext("Your sign-in has expired"),
        gettext("Nothing was saved. Sign in, open the page again and paste what you typed."),
    )


def _too_large() -> Wording:
    """In words of files where the form has any, else of text, with what it may hold."""
    text = current_app.config["MAX_FORM_MEMORY_SIZE"] // MEGABYTE
    title = gettext("That is too large")
    if request.mimetype == WITH_FILES:
        words = gettext(
            "A file may have up to %(file)s MB, the text beside it up to %(text)s MB. "
            "Send a smaller file or less text.",
            file=MOST_BYTES // MEGABYTE,
            text=text,
        )
        return Wording(title, words)
    characters = text * MEGABYTE // SENT_PER_CHARACTER // ROUNDED * ROUNDED
    words = gettext(
        "The text of one form may have up to %(text)s MB, about %(characters)s Japanese "
        "characters. Nothing was saved: go back to the page before and shorten the text.",
        text=text,
        characters=format_decimal(characters),
    )
    return Wording(title, words)


def _family(status: int) -> HTTPStatus:
    is_ours = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.INTERNAL_SERVER_ERROR if is_ours else HTTPStatus.BAD_REQUEST
