"""Workbooks are read within limits; what is no honest workbook is refused before it is parsed."""

import io
import stat
import zipfile
from datetime import date

import pytest

from portal.web.spreadsheets import UnreadableSheet, read_sheet
from tests.portal.sheets import MAIN, SHEET, repacked, sheet_of_rows, xlsx_of

BOOK = xlsx_of(("氏名", "日"), ("髙橋", 1))


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableSheet) as caught:
        read_sheet(content)
    return type(caught.value).__name__


def cell(text: str, place: str = "A1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_cells_are_read_as_somebody_would_have_typed_them() -> None:
    sheet = read_sheet(xlsx_of(("a", "b", "c", "d"), ("髙橋 ①㈱", date(2025, 4, 1), 3, 3.5)))
    assert sheet.rows[0].cells == ("髙橋 ①㈱", "2025-04-01", "3", "3.5")
    assert sheet.rows[0].number == 2


def test_gaps_keep_their_row_numbers() -> None:
    sheet = read_sheet(xlsx_of((), ("a",), (), ("x",)))
    assert [(row.number, row.cells) for row in sheet.rows] == [(4, ("x",))]


def test_what_a_file_is_its_content_says() -> None:
    assert read_sheet(BOOK).kind.en == "Excel workbook"


def test_a_bomb_is_refused_before_it_is_parsed() -> None:
    rows = "".join(f"<row>{cell('a' * 10)}</row>" for _ in range(900_000))
    assert refusal(repacked(BOOK, {SHEET: sheet_of_rows(rows)})) == "UnsafeArchive"


def test_a_steep_ratio_is_refused() -> None:
    rows = f"<row>{cell('a' * 20_000)}</row>" * 200
    content = repacked(BOOK, {SHEET: sheet_of_rows(rows)})
    assert len(content) * 100 < 4_000_000
    assert refusal(content) == "UnsafeArchive"


def test_entities_are_not_expanded() -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    rows = entities + sheet_of_rows(f"<row>{cell('&b;')}</row>")
    assert refusal(repacked(BOOK, {SHEET: rows})) == "DamagedWorkbook"


def test_a_shared_text_used_over_and_over_is_counted_each_time() -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>{"é" * 32_000}</t></si></sst>'
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 400))
    noise = "".join(f"<!--{n * 7919 % 104729}-->" for n in range(3_000))
    entries = {"xl/sharedStrings.xml": strings, SHEET: sheet_of_rows(rows) + noise}
    assert refusal(repacked(BOOK, entries)) == "TooMuchText"


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "xl\\..\\evil", "C:/evil", "a/../../evil"]
)
def test_an_entry_that_leads_out_is_refused(name: str) -> None:
    assert refusal(repacked(BOOK, {name: "x"})) == "UnsafeArchive"


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("xl/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(added(link, b"/etc/passwd")) == "UnsafeArchive"


def test_a_locked_entry_is_refused() -> None:
    content = bytearray(BOOK)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1
    assert refusal(bytes(content)) == "OldOrLocked"


def test_an_entry_that_stands_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = added(zipfile.ZipInfo("xl/workbook.xml"), b"<x/>")
    assert refusal(content) == "UnsafeArchive"


def test_an_archive_in_the_archive_is_refused() -> None:
    assert refusal(repacked(BOOK, {"xl/inner.bin": BOOK})) == "UnsafeArchive"


def test_ten_thousand_entries_are_refused() -> None:
    assert refusal(repacked(BOOK, {f"x/{n}": "" for n in range(10_000)})) == "UnsafeArchive"


def test_an_unusual_compression_is_refused() -> None:
    assert refusal(repacked(BOOK, {}, zipfile.ZIP_LZMA)) == "UnsafeArchive"


def test_any_other_archive_is_no_sheet() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refusal(stream.getvalue()) == "NotASheet"


@pytest.mark.parametrize("cut", [30, 400, len(BOOK) - 10], ids=["head", "middle", "tail"])
def test_a_file_that_was_cut_off_is_damaged(cut: int) -> None:
    assert refusal(BOOK[:cut]) == "DamagedWorkbook"


@pytest.mark.parametrize("entry", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_broken_insides_are_damage(entry: str) -> None:
    assert refusal(repacked(BOOK, {entry: "<worksheet><row"})) == "DamagedWorkbook"


def test_far_columns_and_rows_are_refused() -> None:
    far = f'<row r="1">{cell("a")}{cell("b", "XFD1")}</row>'
    assert refusal(repacked(BOOK, {SHEET: sheet_of_rows(far)})) == "TooManyColumns"
    deep = f'<row r="1">{cell("a")}</row><row r="99999">{cell("b", "A99999")}</row>'
    assert refusal(repacked(BOOK, {SHEET: sheet_of_rows(deep)})) == "TooManyRows"


def test_a_formula_counts_with_the_value_that_was_kept() -> None:
    rows = f'<row r="1">{cell("a")}</row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>'
    assert read_sheet(repacked(BOOK, {SHEET: sheet_of_rows(rows)})).rows[0].cells == ("2",)


def test_macros_are_never_looked_at() -> None:
    assert read_sheet(repacked(BOOK, {"xl/vbaProject.bin": b"\xd0\xcf"})).heads == ("氏名", "日")


def added(entry: zipfile.ZipInfo, content: bytes) -> bytes:
    """The book with one more entry at its end."""
    stream = io.BytesIO(BOOK)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(entry, content)
    return stream.getvalue()
