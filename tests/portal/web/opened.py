"""Every page of the portal, opened once by somebody who may, as a browser would read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask import Flask
from werkzeug.test import TestResponse

from tests import builders
from tests.access.walk import cells
from tests.access.world import State, World, session_of

ON_PAPER = ("reports.",)
"""Areas whose answers are documents, not pages."""
OPEN = ("accounts.sign_in", "accounts.forgot_password", "accounts.link_sent")


@dataclass
class Reader(HTMLParser):
    """What a strict policy is about: scripts with their nonces, and anything inline."""

    nonces: list[str | None] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    _is_code: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.inline += [name for name in names if name == "style" or name.startswith("on")]
        self.inline += [value for value in names.values() if value and "javascript:" in value]
        if tag == "style":
            self.inline.append(tag)
        self._is_code = tag == "script" and names.get("type") != "application/json"
        if self._is_code:
            self.nonces.append(names.get("nonce"))

    def handle_data(self, data: str) -> None:
        if self._is_code and data.strip():
            self.inline.append(data)


def read(page: TestResponse) -> Reader:
    reader = Reader()
    reader.feed(page.text)
    return reader


def signed_in_pages(app: Flask, world: World, state: State) -> Iterator[tuple[str, TestResponse]]:
    """The answer of every endpoint that shows a page, to the first who may open it."""
    seen: set[str] = set()
    for cell in cells(app, world, state):
        is_page = cell.method == "GET" and not cell.endpoint.startswith(ON_PAPER)
        if is_page and cell.is_allowed and cell.endpoint not in seen:
            seen.add(cell.endpoint)
            client = builders.sign_in(app.test_client(), world.viewers[cell.viewer])
            with client.session_transaction() as session:
                session.update(session_of(cell.viewer, world.subject))
            yield cell.endpoint, client.get(cell.url)


def open_pages(app: Flask) -> Iterator[tuple[str, TestResponse]]:
    """The pages that anybody may open."""
    for endpoint in OPEN:
        with app.test_request_context():
            url = app.url_for(endpoint)
        yield endpoint, app.test_client().get(url)
