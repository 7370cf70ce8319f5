"""Where to go on to after signing in or changing a setting: a page of ours and nowhere else."""

import re
from urllib.parse import unquote, urlsplit

from flask import current_app, url_for
from werkzeug.exceptions import HTTPException

ON_OUR_HOST = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
"""One slash, then anything but what browsers drop or turn around before they read an address."""


def landing(target: str | None) -> str:
    """The wanted path where it is one that a visitor may open, else the first page."""
    return target if target and _is_ours(target) else url_for("home.show")


def _is_ours(target: str) -> bool:
    if not ON_OUR_HOST.fullmatch(target):
        return False
    path = unquote(urlsplit(target).path)
    return bool(ON_OUR_HOST.fullmatch(path)) and _is_page(path)


def _is_page(path: str) -> bool:
    """Whether a link to this path would open; one that is only ever posted to would not."""
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return False
    return True
