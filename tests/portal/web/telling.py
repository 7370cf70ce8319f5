"""Pages that say what the application makes of a request."""

from flask import Flask, request

from portal.access.guard import public
from portal.persistence.database import begin_mode
from portal.web.fields import takes

MANY = tuple(f"field{number}" for number in range(1002))


def add_to(app: Flask) -> None:
    """Give the application ``/tells/fields``, ``/tells/client`` and ``/tells/mode``."""
    for view in (fields, client, mode):
        name = view.__name__
        taking = public(takes("note", *MANY)(view))
        app.add_url_rule(f"/tells/{name}", f"tells_{name}", taking, methods=["GET", "POST"])


def fields() -> str:
    """How many fields the form has, and how many characters are in them."""
    return f"{len(request.form)} {sum(map(len, request.form.values()))}"


def client() -> str:
    """Who the client is, and under which address it came."""
    return f"{request.remote_addr} {request.url_root}"


def mode() -> tuple[str, dict[str, str]]:
    """How a transaction begins, as a header that an answer to HEAD has too."""
    return "", {"X-Mode": begin_mode.get()}
