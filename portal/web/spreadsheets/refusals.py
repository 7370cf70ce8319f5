"""Why a file cannot be read, in words that say where to look."""

from assessments.refusals import Refusal
from assessments.text import Text
from portal.web.spreadsheets.limits import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS


class UnreadableSheet(Refusal):
    """A file that is no spreadsheet, or none that is safe to read."""


class NotASheet(UnreadableSheet):
    wording = Text(
        "CSVまたはExcel(.xlsx)のファイルではありません。表計算ソフトで保存し直してください。",
        "This is neither a CSV nor an Excel file (.xlsx). "
        "Save it again in your spreadsheet program.",
    )


class OldOrLocked(UnreadableSheet):
    wording = Text(
        "古い形式(.xls)またはパスワード付きのファイルです。"
        "パスワードを外し、.xlsxかCSVで保存してください。",
        "This file is in the old .xls format or protected by a password. "
        "Remove the password and save it as .xlsx or CSV.",
    )


class EmptySheet(UnreadableSheet):
    wording = Text(
        "ファイルにデータがありません。1行目に見出し、2行目からデータを入力してください。",
        "There is nothing in this file. Put heads in the first row and data below it.",
    )


class FileTooLarge(UnreadableSheet):
    wording = Text(
        f"ファイルが大きすぎます({MOST_BYTES // 1_000_000}MBまで)。分けて取り込んでください。",
        f"The file is too large (up to {MOST_BYTES // 1_000_000} MB). Import it in parts.",
    )


class UnsafeArchive(UnreadableSheet):
    """Unpacks to too much, or holds what no workbook holds."""

    wording = Text(
        "このExcelファイルは安全に開けません(展開後のサイズや内部の構成が通常と異なります)。"
        "値だけを新しいブックに貼り付けて保存し直してください。",
        "This Excel file cannot be opened safely (its unpacked size or inner structure is unusual)."
        " Paste the values into a new workbook and save that.",
    )


class DamagedWorkbook(UnreadableSheet):
    wording = Text(
        "Excelファイルが壊れているか、読み取れない内容を含んでいます。保存し直すか、CSVで保存してください。",
        "The Excel file is damaged or holds something unreadable. Save it again, or as CSV.",
    )


class WorkbookTooHeavy(UnreadableSheet):
    wording = Text(
        "Excelファイルの読み取りに時間かメモリがかかりすぎます。必要な列だけを残すか、CSVで保存してください。",
        "Reading this Excel file takes too long or too much memory. "
        "Keep only the columns you need, or save it as CSV.",
    )


class UnknownEncoding(UnreadableSheet):
    wording = Text(
        "{line}行目の文字を読み取れません。「CSV UTF-8」形式で保存し直してください。",
        "The characters in line {line} cannot be read. Save the file as “CSV UTF-8”.",
    )


class UnprintableSign(UnreadableSheet):
    wording = Text(
        "{row}行目に目に見えない制御文字があります。そのセルを入力し直してください。",
        "Row {row} holds invisible control characters. Type that cell again.",
    )


class EndlessMarks(UnreadableSheet):
    wording = Text(
        "{row}行目に、結合文字(濁点やアクセント記号など)が異常に続くセルがあります。入力し直してください。",
        "Row {row} has a cell with an endless run of combining marks. Type that cell again.",
    )


class BrokenQuotes(UnreadableSheet):
    wording = Text(
        '{row}行目の引用符(")が正しく閉じられていません。',
        'The quotation marks (") in row {row} are not closed properly.',
    )


class CellTooLong(UnreadableSheet):
    wording = Text(
        f"{{row}}行目に{LONGEST_CELL:,}文字を超えるセルがあります。"
        '引用符(")の閉じ忘れも確かめてください。',
        f"Row {{row}} has a cell with more than {LONGEST_CELL:,} characters. "
        'Check for a quotation mark (") that is not closed.',
    )


class TooManyRows(UnreadableSheet):
    wording = Text(
        f"データが{MOST_ROWS:,}行を超えています。分けて取り込んでください。",
        f"There are more than {MOST_ROWS:,} rows. Import them in parts.",
    )


class TooManyColumns(UnreadableSheet):
    wording = Text(
        f"{{row}}行目に{MOST_COLUMNS}を超える列があります。必要な列だけを残してください。",
        f"Row {{row}} has more than {MOST_COLUMNS} columns. Keep only those you need.",
    )


class TooMuchText(UnreadableSheet):
    wording = Text(
        "セルの文字数の合計が多すぎます。分けて取り込んでください。",
        "The cells hold too much text in all. Import them in parts.",
    )


class DuplicateHeads(UnreadableSheet):
    wording = Text(
        "見出し「{head}」が2つ以上あります。どちらかを削除してください。",
        "The head “{head}” stands there more than once. Remove one of the columns.",
    )


class CellWithoutHead(UnreadableSheet):
    wording = Text(
        "{row}行目に、見出しのない列の値があります。",
        "Row {row} has a value in a column without a head.",
    )
