"""Headers that every answer carries."""

import secrets
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g, request

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"


def install(app: Flask) -> None:
    """Answer with a strict content policy, and keep personal pages out of every cache."""

    @app.context_processor
    def nonce() -> dict[str, Any]:
        return {"csp_nonce": _nonce()}

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY.format(nonce=_nonce())
        response.headers.update(FIXED)
        if app.config["PORTAL"].is_https:
            response.headers["Strict-Transport-Security"] = TWO_YEARS
        if request.endpoint != "static" or response.status_code >= HTTPStatus.BAD_REQUEST:
            response.headers["Cache-Control"] = "no-store"
        return response


def _nonce() -> str:
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    nonce: str = g.csp_nonce
    return nonce
