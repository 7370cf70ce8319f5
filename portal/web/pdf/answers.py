"""How a PDF reaches the browser: as a file to keep, or as a page that says why not."""

import logging
import re
from http import HTTPStatus
from io import BytesIO

from flask import send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from portal.web.errors import problem, request_id
from portal.web.pdf import render
from portal.web.pdf.failures import NoPdf, RendererMissing, RenderersBusy
from portal.web.wordings import Wording

UNFIT_FOR_NAMES = re.compile(
    r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r'\\/:*?"<>|]+'
)
"""Controls, marks of direction, and what some file system does not take."""

MISSING = Wording(
    lazy_gettext("No PDF can be made here"),
    lazy_gettext("PDF is not set up on this server. Ask an administrator for: portal doctor"),
)
BUSY = Wording(
    lazy_gettext("Many PDFs are being made"),
    lazy_gettext("Many reports are being made right now. Try again in a minute."),
    wait=60,
)

log = logging.getLogger(__name__)


def printed_file(page: str, name: str) -> ResponseReturnValue:
    """The page printed, under this name, or why it could not be."""
    try:
        return as_file(render(page), name)
    except NoPdf as failure:
        return refused(failure)


def as_file(pdf: bytes, name: str) -> ResponseReturnValue:
    """The PDF under its own name; never shown inside a page of the portal.

    Whole, whatever range is asked for: the next request would print it anew.
    """
    return send_file(
        BytesIO(pdf),
        mimetype="application/pdf",
        as_attachment=True,
        download_name=name,
        conditional=False,
        etag=False,
    )


def fit_for_name(words: str) -> str:
    """Words without what a file name cannot hold."""
    return UNFIT_FOR_NAMES.sub(" ", words).strip(" .")


def refused(failure: NoPdf) -> ResponseReturnValue:
    """Why there is no file, and what to do; the details are in the log."""
    log.error("request %s: %s: %s", request_id(), type(failure).__name__, failure)
    if isinstance(failure, RendererMissing):
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, wording=MISSING)
    if isinstance(failure, RenderersBusy):
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, wording=BUSY)
    hint = gettext("The report could not be made. What it is made from is safe.")
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, hint)
