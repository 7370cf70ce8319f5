"""Errors as pages: what happened, what to do now, and what was typed, so that nothing is lost."""

import logging
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import (
    Flask,
    current_app,
    g,
    jsonify,
    make_response,
    render_template,
    request,
    url_for,
)
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from assessments.refusals import Refusal
from portal.access.guard import DOOR, PUBLIC, current_viewer
from portal.persistence import database, failures
from portal.persistence.ids import new_id
from portal.web.fields import label_of, shown_as
from portal.web.language import tr
from portal.web.wordings import Wording, expired, wording_of

KEPT_FROM = 3
"""Shorter inputs are ids and choices, not text somebody would miss."""

log = logging.getLogger(__name__)


def install(app: Flask) -> None:
    """Answer every error with the same page, or with JSON where that was asked for."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(failures.DatabaseError, _database)
    app.register_error_handler(Exception, _unexpected)


def problem(status: int, hint: str = "", wording: Wording | None = None) -> ResponseReturnValue:
    """The page for a status, with everything that was typed into the form that led to it."""
    wording = wording or wording_of(status)
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
        sign_in=_sign_in() if status == HTTPStatus.UNAUTHORIZED else "",
    )
    return page, status, headers


def request_id() -> str:
    """A number that stands on the page and in the log."""
    if "request_id" not in g:
        g.request_id = new_id().hex[-12:]
    number: str = g.request_id
    return number


def _sign_in() -> str:
    """Where to sign in, and then go on to the page that this was sent from."""
    page = urlsplit(request.referrer or "")
    if page.netloc != request.host:
        return url_for("accounts.sign_in", next=request.path)
    return url_for("accounts.sign_in", next=page._replace(scheme="", netloc="").geturl())


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
    database.begin_reading()
    if _needs_sign_in():
        return problem(HTTPStatus.UNAUTHORIZED, wording=expired())
    return problem(400, gettext("The form was too old or came from another site."))


def _needs_sign_in() -> bool:
    """Whether this was sent to a view behind a door, by nobody that is signed in."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, DOOR, PUBLIC) != PUBLIC and current_viewer() is None


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
        (label, shown_as(name, text))
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
