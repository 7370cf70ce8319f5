"""Every form is refused as a whole when it holds a field that its view does not take."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.access.walk import WORDS

ANY = UUID(int=1)
TEXT = "Typed for an hour"
LANGUAGES = {"en": "This form has a field", "ja": "ポータルが扱わない項目"}


def _doors_for_forms(app: Flask) -> Iterator[str]:
    words = WORDS | {"kind": "csv"}
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if "POST" in (rule.methods or ()):
                values: dict[str, Any] = {name: words.get(name, ANY) for name in rule.arguments}
                yield app.url_for(rule.endpoint, **values)


@pytest.mark.parametrize(("language", "words"), LANGUAGES.items())
def test_an_unknown_field_is_refused_everywhere_and_its_text_comes_back(
    client: FlaskClient, language: str, words: str
) -> None:
    client.application.config["RATELIMIT_ENABLED"] = False
    paths = list(_doors_for_forms(client.application))
    assert len(paths) > 20
    for path in paths:
        page = client.post(path, data={"extra": TEXT}, headers={"Accept-Language": language})
        assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY, path
        assert words in page.text
        assert TEXT in page.text


def test_a_file_that_nobody_asked_for_is_an_unknown_field(client: FlaskClient) -> None:
    sent = {"photo": (__file__, "photo.png")}
    assert client.post("/accounts/sign-out", data=sent).status_code == 422
