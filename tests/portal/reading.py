"""What a person reads on a page, in the language she chose."""

import html
import re

from flask.testing import FlaskClient

from assessments.text import Language


def words_of(page: str) -> str:
    """What can be read on a page."""
    bare = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


def in_language(client: FlaskClient, language: Language) -> FlaskClient:
    client.post("/accounts/language", data={"language": language, "next": "/"})
    return client
