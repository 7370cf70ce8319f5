"""How a PDF reaches the browser: as a file to keep, or as a page that says why not."""

import logging
import re
from http import HTTPStatus
from io import BytesIO

from flask import send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal.web.errors import problem, request_id
from portal.web.pdf.failures import NoPdf, RendererMissing, RenderersBusy

UNFIT_FOR_NAMES = re.compile(
    r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r'\\/:*?"<>|]+'
)
"""Controls, marks of direction, and what some file system does not take."""

log = logging.getLogger(__name__)


def as_file(pdf: bytes, name: str) -> ResponseReturnValue:
    """The PDF under its own name; never shown inside a page of the portal."""
    return send_file(
        BytesIO(pdf),
        mimetype="application/pdf",
        as_attachment=True,
        download_name=name,
        etag=False,
    )


def fit_for_name(words: str) -> str:
    """Words without what a file name cannot hold."""
    return UNFIT_FOR_NAMES.sub(" ", words).strip(" .")


def refused(failure: NoPdf) -> ResponseReturnValue:
    """Why there is no file, and what to do; the details are in the log."""
    log.error("request %s: %s: %s", request_id(), type(failure).__name__, failure)
    if isinstance(failure, RendererMissing):
        hint = gettext("PDF is not set up on this server. Ask an administrator for: portal doctor")
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, hint)
    if isinstance(failure, RenderersBusy):
        hint = gettext("Many reports are being made right now. Try again in a minute.")
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, hint)
    hint = gettext("The report could not be made. What it is made from is safe.")
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, hint)
