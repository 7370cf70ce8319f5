"""Nothing is fetched for a page: no file, no address, no attachment."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from portal.web.pdf import Renderers
from portal.web.pdf.failures import PageRefused
from tests.paper import a_page, opened

pytest_plugins = ["tests.presses"]

SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
WAYS = {
    "a stylesheet": ('<link rel="stylesheet" href="{}"/>', ""),
    "an attachment": ('<link rel="attachment" href="{}"/>', ""),
    "an import": ("<style>@import url({});</style>", ""),
    "a font": ("<style>@font-face {{ font-family: x; src: url({}) }}</style>", ""),
    "a background": ("<style>body {{ background: url({}) }}</style>", ""),
    "a marker": ("<style>li {{ list-style-image: url({}) }}</style>", "<ul><li>x</li></ul>"),
    "a generated image": ("<style>p::before {{ content: url({}) }}</style>", "<p>x</p>"),
    "an image": ("", '<img src="{}" alt="x"/>'),
    "a drawing's image": ("", f'<svg {SVG}><image href="{{}}" width="9" height="9"/></svg>'),
    "an object": ("", '<object data="{}">x</object>'),
    "an embedded file": ("", '<embed src="{}"/>'),
    "an attached link": ("", '<a rel="attachment" href="{}">x</a>'),
}


VISITS: list[str] = []


class Canary(BaseHTTPRequestHandler):
    """Notes whoever comes by."""

    def do_GET(self) -> None:
        VISITS.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def canary() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/canary"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_asks_for_something_is_refused_unfetched(
    way: str, canary: str, renderers: Renderers, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a file of this machine")
    head, body = WAYS[way]
    for address in (canary, secret.as_uri(), "data:image/png;base64,AAAA"):
        page = a_page(body.format(address), head=head.format(address))
        with pytest.raises(PageRefused, match=r"refused to fetch|Failed to render SVG image"):
            renderers.print(page)
    assert VISITS == []


def test_words_that_look_like_mark_up_are_printed_as_words(
    renderers: Renderers, canary: str
) -> None:
    words = f"&lt;img src='{canary}'/&gt; &lt;link rel='attachment' href='file:///etc/passwd'&gt;"
    pdf = opened(renderers.print(a_page(f"<p>{words}</p>")))
    assert VISITS == []
    assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_a_page_that_is_not_well_formed_is_refused(renderers: Renderers) -> None:
    with pytest.raises(PageRefused, match="ParseError"):
        renderers.print(a_page("<p>never closed"))


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "import os; os.spawnv(os.P_WAIT, '/bin/true', ['true'])",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.fork()",
        "import os; os.forkpty()",
        "import socket; socket.socket().bind(('127.0.0.1', 0))",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import socket; socket.socketpair()[0].sendmsg([b'x'])",
        "import socket; socket.gethostbyname('localhost')",
        "import socket; socket.gethostbyaddr('127.0.0.1')",
        "import socket; socket.getnameinfo(('127.0.0.1', 9), 0)",
    ],
)
def test_behind_the_fetcher_there_is_no_network_and_no_other_process(deed: str) -> None:
    told = f"from portal.web.pdf.press import limits; limits.close_network(); {deed}"
    ended = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=False
    )
    assert "PermissionError: a renderer does not use" in ended.stderr


def test_a_refused_page_leaves_no_complaint_for_the_next_one(renderers: Renderers) -> None:
    for spoilt, complaint in (
        ('<img src="http://x/" alt="x"/>', "refused to fetch"),
        ('<p style="colour: red">x</p>', "unknown property"),
    ):
        with pytest.raises(PageRefused, match=complaint):
            renderers.print(a_page(spoilt))
        assert renderers.print(a_page("<p>fine</p>"))
