"""Importing in the browser: the file that was previewed is the file that is imported."""

import io
import os
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessments.csm_types import CsmType
from assessments.skills import Skill
from portal import clock
from portal.admin.uploads import KEPT_FOR, Uploads
from portal.library import library
from portal.persistence import people, rounds
from portal.persistence.ids import new_id
from portal.persistence.people import Person
from tests import builders
from tests.portal.admin_pages import add
from tests.portal.reading import in_language
from tests.portal.sheets import PEOPLE_HEADS, RATING_HEADS, csv_of, xlsx_of

HANA = (
    "髙橋 花子",
    "hana@example.com",
    "東日本",
    "",
    "オンボーディング専門型",
    "標準",
    "CSM",
    "2025/4/1",
)
GOOD = csv_of(PEOPLE_HEADS, HANA)
BAD = csv_of(PEOPLE_HEADS, *[("", f"p{n}@example.com", "", "", "王様") for n in range(25)])


@pytest.fixture
def aya(app: Flask, client: FlaskClient) -> Person:
    admin = builders.an_admin(app)
    builders.sign_in(client, admin)
    return admin


def upload(client: FlaskClient, content: bytes, kind: str = "people") -> TestResponse:
    file = (io.BytesIO(content), "members.csv")
    return client.post(f"/admin/import/{kind}", data={"file": file})


def digest_of(page: str) -> str:
    found = re.search(r'name="digest" value="([0-9a-f]{64})"', page)
    assert found
    return found[1]


def test_the_preview_shows_what_would_change_and_writes_nothing(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    page = client.get(upload(client, GOOD).location).text
    for word in (
        "髙橋 花子",
        "hana@example.com",
        "東日本",
        "CSV (Shift_JIS)",
        "Teams that will be created",
    ):
        assert word in page
    with app.app_context():
        assert people.find_by_email("hana@example.com") is None


def test_confirming_imports_the_very_file(
    app: Flask, client: FlaskClient, aya: Person, tmp_path: Path
) -> None:
    url = upload(client, GOOD).location
    answer = client.post(
        url, data={"digest": digest_of(client.get(url).text)}, follow_redirects=True
    )
    assert "Imported: 1 new, 0 changed." in answer.text
    with app.app_context():
        assert people.find_by_email("hana@example.com")
    assert list(tmp_path.glob("uploads/*/*")) == []


def test_a_second_import_changes_nothing_and_says_so(client: FlaskClient, aya: Person) -> None:
    url = upload(client, GOOD).location
    client.post(url, data={"digest": digest_of(client.get(url).text)})
    page = client.get(upload(client, GOOD).location).text
    assert "This file changes nothing" in page
    assert 'name="digest"' not in page


def test_twenty_errors_are_shown_with_their_rows_and_the_total(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    url = upload(client, BAD).location
    page = client.get(url).text
    assert page.count("王様") == 10
    assert "first 20 of 50" in page
    assert 'name="digest"' not in page
    client.post(url, data={"digest": "x"})
    with app.app_context():
        assert people.count() == 1


def test_a_plan_that_changed_after_the_preview_is_shown_again(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    url = upload(client, csv_of(PEOPLE_HEADS[:2], ("Hana", "hana.sato@example.com"))).location
    digest = digest_of(client.get(url).text)
    builders.a_person(app, "Hana Sato")
    answer = client.post(url, data={"digest": digest}, follow_redirects=True)
    assert "The data changed after the preview" in answer.text
    with app.app_context():
        found = people.find_by_email("hana.sato@example.com")
        assert found
        assert found.name == "Hana Sato"


def test_confirming_without_a_preview_imports_nothing(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    client.post(upload(client, GOOD).location)
    with app.app_context():
        assert people.count() == 1


def test_an_upload_is_open_to_its_owner_only(app: Flask, client: FlaskClient, aya: Person) -> None:
    url = upload(client, GOOD).location
    other = builders.sign_in(app.test_client(), builders.an_admin(app, "Ben Ito"))
    assert other.get(url).status_code == 302
    assert client.get(url).status_code == 200


def test_an_upload_is_over_after_an_hour(client: FlaskClient, aya: Person, tmp_path: Path) -> None:
    url = upload(client, GOOD).location
    (path,) = tmp_path.glob("uploads/*/*")
    assert path.stat().st_mode & 0o077 == 0
    old = (clock.now() - KEPT_FOR - timedelta(seconds=1)).timestamp()
    os.utime(path, (old, old))
    assert "waited for more than an hour" in client.get(url, follow_redirects=True).text
    upload(client, GOOD)
    assert not path.exists()


def test_uploads_cannot_be_reached_by_other_names(tmp_path: Path) -> None:
    owner = new_id()
    uploads = Uploads(tmp_path, owner)
    kept = uploads.keep(b"x", clock.now())
    assert uploads.read(kept, clock.now()) == b"x"
    assert uploads.read(owner, clock.now()) is None
    assert Uploads(tmp_path, kept).read(kept, clock.now()) is None


def test_no_file_is_a_message(client: FlaskClient, aya: Person) -> None:
    assert "Choose a file." in client.post("/admin/import/people").text


def test_a_file_without_a_byte_is_said_to_be_empty(client: FlaskClient, aya: Person) -> None:
    answer = upload(client, b"")
    assert answer.status_code == 422
    assert "There is nothing in this file." in answer.text
    assert "Choose a file." not in answer.text


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("people", [PEOPLE_HEADS]),
        ("ratings", [RATING_HEADS]),
        ("ratings", [RATING_HEADS, ("hana@example.com", "rel_trust", "self", "", "2025-10-01")]),
    ],
)
def test_a_file_without_a_row_to_import_says_so_and_leads_on(
    client: FlaskClient, aya: Person, kind: str, rows: list[tuple[str, ...]]
) -> None:
    page = client.get(upload(client, csv_of(*rows), kind).location).text
    assert "There are no rows to import" in page
    assert "This file changes nothing" not in page
    assert f'href="/admin/import/{kind}">Choose another file</a>' in page


@pytest.mark.parametrize(
    ("kind", "row", "known"),
    [
        ("people", ("Hana", "h@example.com", "", "", "王様"), library().types),
        ("ratings", ("h@example.com", "王様", "self", "3", "2025-10-01"), library().skills),
    ],
)
def test_names_and_ids_that_are_known_stand_beside_the_errors_and_before_the_upload(
    client: FlaskClient,
    aya: Person,
    kind: str,
    row: tuple[str, ...],
    known: Mapping[str, CsmType | Skill],
) -> None:
    in_language(client, "ja")
    heads = PEOPLE_HEADS if kind == "people" else RATING_HEADS
    errors = upload(client, csv_of(heads, row), kind).location
    for page in (f"/admin/import/{kind}", errors):
        listed = re.findall(r"<li>(.*?) <code>(.*?)</code></li>", client.get(page).text)
        assert dict(map(reversed, listed)) == {key: each.name.ja for key, each in known.items()}


@pytest.mark.parametrize(
    "address", ["suzuki@example", "suzuki@", "suzuki", "suzuki@exa mple.com", "suzuki@demo.example"]
)
def test_the_file_and_the_form_take_the_same_addresses(
    client: FlaskClient, aya: Person, address: str
) -> None:
    sheet = csv_of(PEOPLE_HEADS[:2], ("Suzuki", address))
    is_read = "is not an e-mail address" not in client.get(upload(client, sheet).location).text
    assert is_read is (add(client, email=address).status_code == 302)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7", b"a,b\n\x00\n", b"PK\x03\x04nothing", b"\xd0\xcf\x11\xe0"]
)
def test_an_unreadable_file_says_why_in_the_language_of_the_page(
    client: FlaskClient, aya: Person, content: bytes
) -> None:
    answer = client.get(upload(client, content).location)
    assert answer.status_code == 422
    assert "This file cannot be read" in answer.text


def test_a_file_that_is_far_too_large_is_refused(client: FlaskClient, aya: Person) -> None:
    assert upload(client, b"x" * 12_000_000).status_code == 413


def test_ratings_are_previewed_and_imported_the_same_way(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)
    row = (hana.email, "ヒアリング・傾聴", "自己", "３", "2025-10-01", "見た")
    url = upload(client, csv_of(RATING_HEADS, row), "ratings").location
    page = client.get(url).text
    assert "Self-assessment" in page
    client.post(url, data={"digest": digest_of(page)})
    with app.app_context():
        assert rounds.history_of(hana.id)[0].is_imported


def test_what_stands_in_a_cell_is_never_markup(client: FlaskClient, aya: Person) -> None:
    row = ("<script>alert(1)</script>", "x@example.com", "<b>", "<i>@x", "<u>")
    page = client.get(upload(client, csv_of(PEOPLE_HEADS, row)).location).text
    assert "<script>alert" not in page
    assert "<u>" not in page


def test_a_workbook_is_imported_as_well(client: FlaskClient, aya: Person) -> None:
    assert "Excel workbook" in client.get(upload(client, xlsx_of(PEOPLE_HEADS, HANA)).location).text


def test_a_preview_of_ratings_does_not_tell_the_levels_that_stand_there(
    app: Flask, client: FlaskClient, aya: Person
) -> None:
    hana = builders.a_person(app)

    def preview(level: str) -> str:
        row = (hana.email, "rel_trust", "self", level, "2025-10-01")
        url = upload(client, csv_of(RATING_HEADS, row), "ratings").location
        page = client.get(url).text
        if 'name="digest"' in page:
            client.post(url, data={"digest": digest_of(page)})
        return page

    preview("5")
    changed = re.sub(r"\s+", " ", preview("2"))
    assert "Deep customer relationships / Self-assessment</span> → 2</li>" in changed


def test_a_full_disk_is_said_and_leaves_nothing_behind(
    client: FlaskClient, aya: Person, tmp_path: Path
) -> None:
    (tmp_path / "uploads").write_text("in the way")
    assert upload(client, GOOD).status_code == 507
