"""CSV files are read as people send them, or refused with the row to look at."""

import pytest

from portal.web.spreadsheets import UnreadableSheet, read_sheet
from tests.portal.sheets import csv_of

NAMES = ("髙橋 ①", "㈱山田～－", "﨑")


def refusal(content: bytes) -> UnreadableSheet:
    with pytest.raises(UnreadableSheet) as caught:
        read_sheet(content)
    return caught.value


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
def test_names_survive_every_encoding_that_excel_writes(encoding: str) -> None:
    sheet = read_sheet(csv_of(("氏名", "会社", "字"), NAMES, encoding=encoding))
    assert sheet.heads == ("氏名", "会社", "字")
    assert sheet.rows[0].cells == NAMES


def test_the_sheet_says_which_encoding_was_taken() -> None:
    assert "Shift_JIS" in read_sheet(csv_of(("氏名",), ("髙橋",))).kind.ja
    assert "UTF-16" in read_sheet(csv_of(("氏名",), ("髙橋",), encoding="utf-16")).kind.en


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_the_separator_is_found_by_itself(separator: str) -> None:
    sheet = read_sheet(csv_of(("a", "b"), ("1", "2"), separator=separator))
    assert sheet.rows[0].cells == ("1", "2")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(line_end: str) -> None:
    sheet = read_sheet(line_end.join(["a,b", "1,2", "3,4"]).encode())
    assert [row.cells for row in sheet.rows] == [("1", "2"), ("3", "4")]


def test_rows_are_numbered_as_a_spreadsheet_program_shows_them() -> None:
    sheet = read_sheet(b'a,b\n\n1,"two\nlines"\n,,\n3,4\n')
    assert [row.number for row in sheet.rows] == [3, 5]
    assert sheet.rows[0].cells == ("1", "two\nlines")


def test_cells_are_trimmed_and_composed() -> None:
    sheet = read_sheet("a\n\u3000か\u3099 \ufeff\n".encode())
    assert sheet.rows[0].cells == ("が",)


def test_short_rows_are_filled_up() -> None:
    assert read_sheet(b"a,b,c\n1\n").rows[0].cells == ("1", "", "")


@pytest.mark.parametrize(
    ("content", "kind", "place"),
    [
        (b'a,b\n1,2\n"3,4\n5,6\n', "BrokenQuotes", "3行目"),
        (b'a,b\n"1"x,2\n', "BrokenQuotes", "2行目"),
        (b"a,b\n1,\x002\n", "UnprintableSign", "2行目"),
        (b"a\n1\n\x1b$B\n", "UnprintableSign", "3行目"),
        (b"a\n" + b"x" * 32_768, "CellTooLong", "2行目"),
        (b'a\n"' + b"x" * 140_000, "CellTooLong", "2行目"),
        (b"a,b,A\n1,2,3\n", "DuplicateHeads", "「A」"),
        (b"a\n1\n2,3\n", "CellWithoutHead", "3行目"),
        (b"a\n" + b"1\n" * 50_001, "TooManyRows", "50,000行"),
        (b",".join(b"h%d" % n for n in range(5000)), "TooManyColumns", "200"),
        (b"a\n1\n\x81\x20", "UnknownEncoding", "3行目"),
        ("a\n" + "x\u0301" * 3 + "\u0323" * 31, "EndlessMarks", "2行目"),
        (b"", "EmptySheet", "1行目"),
        (b"\n , \n", "EmptySheet", "1行目"),
        (b"a\n" + b"x" * 10_000_000, "FileTooLarge", "10MB"),
        (b"%PDF-1.7", "NotASheet", "CSV"),
        (b"<table><tr><td>1", "NotASheet", "CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OldOrLocked", ".xls"),
    ],
)
def test_an_unreadable_file_is_refused_with_the_place(
    content: bytes | str, kind: str, place: str
) -> None:
    refused = refusal(content if isinstance(content, bytes) else content.encode())
    assert type(refused).__name__ == kind
    assert place in refused.message.ja
    assert refused.message.en


def test_the_last_row_that_fits_is_read() -> None:
    assert len(read_sheet(b"a\n" + b"1\n" * 50_000).rows) == 50_000


def test_a_long_but_possible_cell_is_read() -> None:
    assert len(read_sheet(b"a\n" + b"x" * 32_767).rows[0].cells[0]) == 32_767


def test_an_accent_or_two_are_no_endless_marks() -> None:
    assert read_sheet("a\nVie\u0323\u0302t\n".encode()).rows[0].cells == ("Việt",)
