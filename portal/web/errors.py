"""Errors as pages: what happened, what to do now, and what was typed, so that nothing is lost."""

import logging
from http import HTTPStatus
from typing import NamedTuple

from flask import Flask, current_app, g, jsonify, make_response, render_template, request
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from assessments.refusals import Refusal
from portal.persistence import database, failures
from portal.persistence.ids import new_id
from portal.web.fields import label_of
from portal.web.language import tr

KEPT_FROM = 3
"""Shorter inputs are ids and choices, not text somebody would miss."""

log = logging.getLogger(__name__)


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
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Wording(
        lazy_gettext("That is too large"),
        lazy_gettext("Shorten the text or send a smaller file, then try again."),
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


def install(app: Flask) -> None:
    """Answer every error with the same page, or with JSON where that was asked for."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(failures.DatabaseError, _database)
    app.register_error_handler(Exception, _unexpected)


def problem(status: int, hint: str = "", wording: Wording | None = None) -> ResponseReturnValue:
    """The page for a status, with everything that was typed into the form that led to it."""
    wording = wording or WORDINGS.get(HTTPStatus(status)) or WORDINGS[_family(status)]
    headers = {"Retry-After": str(wording.wait)} if wording.wait else {}
    if request.accept_mimetypes.best == "application/json":
        return jsonify(errors=[str(wording.title), str(wording.message)]), status, headers
    page = render_template(
        "errors/error.html",
        title=wording.title,
        message=wording.message,
        hint=hint,
        request_id=request_id(),
        kept=_kept(),
    )
    return page, status, headers


def request_id() -> str:
    """A number that stands on the page and in the log."""
    if "request_id" not in g:
        g.request_id = new_id().hex[-12:]
    number: str = g.request_id
    return number


def _family(status: int) -> HTTPStatus:
    is_ours = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.INTERNAL_SERVER_ERROR if is_ours else HTTPStatus.BAD_REQUEST


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None:
        return error
    database.begin_reading()
    _bear_our_name()
    answer = make_response(problem(error.code))
    if isinstance(error, MethodNotAllowed):
        answer.allow.update(error.valid_methods or ())
    return answer


def _bear_our_name() -> None:
    """A request under a foreign host has no addresses that its page could link to: lend it ours."""
    if request_ctx.url_adapter is None:
        own = current_app.config["PORTAL"].host
        request_ctx.url_adapter = current_app.url_map.bind(own)


def _forged(_error: CSRFError) -> ResponseReturnValue:
    return problem(400, gettext("The form was too old or came from another site."))


def _refused(refusal: Refusal) -> ResponseReturnValue:
    database.begin_reading()
    title = gettext("This cannot be done any more")
    return problem(HTTPStatus.CONFLICT, wording=Wording(title, tr(refusal.message)))


def _database(error: Exception) -> ResponseReturnValue:
    log.error("database refused, request %s", request_id(), exc_info=error)
    database.begin_reading()
    status = failures.status_of(error)
    try:
        return problem(status)
    except failures.DatabaseError:
        g.viewer = None
        return problem(status)


def _unexpected(error: Exception) -> ResponseReturnValue:
    database.begin_reading()
    log.error("request %s failed", request_id(), exc_info=error)
    return problem(500)


def _kept() -> list[tuple[str, str]]:
    """Every longer text of the form with its label; secrets go by no other names than these."""
    secret = ("csrf_token", "password")
    return [
        (label, text)
        for name, text in _typed()
        if len(text) > KEPT_FROM and not any(word in name for word in secret)
        if (label := label_of(name))
    ]


def _typed() -> list[tuple[str, str]]:
    """The fields of the form; none of one that is too large to be read."""
    try:
        return list(request.form.items(multi=True))
    except HTTPException:
        return []
