"""What a spreadsheet program can hold: checked when a form is loaded, not when it is opened."""

import re

from assessments.loading.documents import Table
from assessments.text import LANGUAGES
from content.templates import Column, Form

MOST_COLUMNS = 26
"""Columns A to Z."""

LONGEST_CHOICES = 255
"""Characters of all choices of a column, with the commas between them."""

_NUMBER = re.compile(r"(?<![\w.{])[\d.][\w.]*")
_PLAIN = re.compile(r"\d+(\.\d+)?")


def check_sheet(table: Table, form: Form) -> None:
    """Raises LibraryError for a form that would not open, or not compute, as a worksheet."""
    if len(form.columns) > MOST_COLUMNS:
        raise table.error("columns", f"must be at most {MOST_COLUMNS}, are {len(form.columns)}")
    for column in form.columns:
        if problem := _wrong_choices(column):
            raise table.error(f"columns[{column.id}].choices", problem)
        if problem := _wrong_formula(column):
            raise table.error(f"columns[{column.id}].formula", problem)


def _wrong_choices(column: Column) -> str | None:
    for language in LANGUAGES:
        words = [each.in_language(language) for each in column.choices]
        for word in words:
            if "," in word:
                return f"a comma would cut {word!r} in two"
        if len(",".join(words)) > LONGEST_CHOICES:
            return f"must be at most {LONGEST_CHOICES} characters in {language}"
    return None


def _wrong_formula(column: Column) -> str | None:
    source = column.formula.source if column.formula else ""
    if "#" in source:
        return "must be without a remark"
    for number in _NUMBER.findall(source):
        if not _PLAIN.fullmatch(number):
            return f"{number} must be written in digits, such as 1000 or 0.5"
    return None
