"""Plain functions that make the spreadsheet files a test needs."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import xlsxwriter

PEOPLE_HEADS = (
    "氏名", "メールアドレス", "チーム", "上長メールアドレス", "タイプ", "バンド", "役割", "開始日"
)  # fmt: skip
RATING_HEADS = ("メールアドレス", "スキル", "評価者区分", "レベル", "評価日", "根拠")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def csv_of(*rows: Sequence[str], encoding: str = "cp932", separator: str = ",") -> bytes:
    """Rows as Japanese Excel writes them."""
    return "".join(separator.join(row) + "\r\n" for row in rows).encode(encoding)


def xlsx_of(*rows: Sequence[object]) -> bytes:
    """A workbook with one sheet."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"default_date_format": "yyyy/m/d"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def sheet_of_rows(rows: str) -> str:
    """The XML of a worksheet with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def repacked(
    workbook: bytes, entries: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The workbook with these entries instead of, or beside, its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, content in (kept | dict(entries)).items():
            new.writestr(name, content, compression)
    return stream.getvalue()
