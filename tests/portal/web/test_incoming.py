"""How much a request may bring, whatever kind of form it is."""

import pytest
from flask.testing import FlaskClient

MEGABYTE = 1_000_000
TYPED = "application/x-www-form-urlencoded"
WITH_FILES = "multipart/form-data"


@pytest.mark.parametrize("kind", [TYPED, WITH_FILES])
def test_a_long_form_is_read_whole(client: FlaskClient, kind: str) -> None:
    fields = {f"field{number}": "あ" * 300 for number in range(900)}
    assert client.post("/tells/fields", data=fields, content_type=kind).text == "900 270000"


@pytest.mark.parametrize("kind", [TYPED, WITH_FILES])
def test_a_field_of_more_than_four_megabytes_is_refused(client: FlaskClient, kind: str) -> None:
    page = client.post("/tells/fields", data={"note": "e" * (4 * MEGABYTE + 1)}, content_type=kind)
    assert page.status_code == 413
    assert page.text.count("<h1>") == 1


@pytest.mark.parametrize("kind", [TYPED, WITH_FILES])
def test_a_form_of_more_than_a_thousand_fields_is_refused(client: FlaskClient, kind: str) -> None:
    fields = {f"field{number}": "" for number in range(1002)}
    assert client.post("/tells/fields", data=fields, content_type=kind).status_code == 413


def test_a_million_empty_fields_are_not_even_taken_apart(client: FlaskClient) -> None:
    page = client.post("/tells/fields", data="a&" * MEGABYTE, content_type=TYPED)
    assert page.status_code == 413


def test_no_request_is_larger_than_the_largest_upload(client: FlaskClient) -> None:
    body = b"x" * (11 * MEGABYTE + 1)
    for kind in (TYPED, WITH_FILES + "; boundary=x"):
        assert client.post("/tells/fields", data=body, content_type=kind).status_code == 413


def test_a_form_in_a_way_of_writing_that_is_not_ours_is_an_empty_one(client: FlaskClient) -> None:
    assert (
        client.post("/tells/fields", data=b'{"note": 1}', content_type="text/plain").text == "0 0"
    )
    assert (
        client.post("/tells/fields", data=b"note=\xff\xfe%ff", content_type=TYPED).status_code
        == 200
    )


def test_text_that_is_too_large_is_refused_in_words_of_text_with_its_limit(
    client: FlaskClient,
) -> None:
    page = client.post(
        "/tells/fields",
        data={"note": "あ" * 500_000},
        content_type=TYPED,
        headers={"Accept-Language": "en"},
    )
    assert page.status_code == 413
    assert "up to 4 MB, about 400,000 Japanese characters" in page.text
    assert "file" not in page.text[page.text.index("<main") : page.text.index("</main>")]


def test_a_file_that_is_too_large_is_refused_in_words_of_files_with_its_limit(
    client: FlaskClient,
) -> None:
    body = b"x" * (11 * MEGABYTE + 1)
    page = client.post(
        "/tells/fields",
        data=body,
        content_type=WITH_FILES + "; boundary=x",
        headers={"Accept-Language": "en"},
    )
    assert page.status_code == 413
    assert "A file may have up to 10 MB, the text beside it up to 4 MB." in page.text
