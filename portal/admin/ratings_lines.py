"""The rows of a sheet of ratings, read and checked one by one."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assessments.ratings import EVIDENCE_LIMIT, Answer, Exemption
from assessments.settling import REASON_LIMIT, NotObservedIsNoAgreement
from assessments.skill_results import Source
from assessments.text import Text
from portal.admin import ratings_columns as columns
from portal.admin.plans import Finding
from portal.admin.ratings_columns import SOURCES, read_answer
from portal.admin.reading.cells import EMPTY, Cells
from portal.admin.reading.columns import Column, Found
from portal.admin.reading.words import Words
from portal.web.spreadsheets import Sheet

Meaning = TypeVar("Meaning")

NO_LEVEL = Text(
    "{head}「{cell}」は使えません。0〜5の整数、評価対象外、観察なしのいずれかを入力してください。",
    "{head} “{cell}” cannot be used. "
    "Enter a whole number from 0 to 5, not applicable or not observed.",
)
FUTURE = Text("{head}「{cell}」は未来の日付です。", "{head} “{cell}” is in the future.")
SEVERAL = Text(
    "同じ人・日付・評価者区分・スキルの行が{first}行目にもあります。",
    "Row {first} rates the same skill of the same person on the same day too.",
)
NOT_RATED = Text(
    "{head}が空の行は取り込みません({count}行)。", "Rows without {head} are left out ({count})."
)


@dataclass(frozen=True, slots=True)
class RatingLine:
    """One answer as the file has it; ``skill`` is the word it uses."""

    row: int
    email: str
    day: date
    source: Source
    skill_id: str
    answer: Answer
    evidence: str
    skill: str

    @property
    def key(self) -> tuple[str, date, Source, str]:
        """What the line is about; only one line may be about it."""
        return self.email, self.day, self.source, self.skill_id


@dataclass(frozen=True)
class RatingLines:
    """What could be read, what could not, and what to mention."""

    lines: tuple[RatingLine, ...]
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def read_rating_lines(sheet: Sheet, found: Found, skills: Words[str], today: date) -> RatingLines:
    lines: dict[object, RatingLine] = {}
    findings: list[Finding] = []
    empty = 0
    for row in sheet.rows:
        cells = Cells(row, found, findings)
        if not cells.text(columns.LEVEL) and not cells.text(columns.EVIDENCE):
            empty += 1
            continue
        line = _line(cells, skills, today)
        if line and line.key in lines:
            findings.append(Finding(row.number, SEVERAL.formatted(first=lines[line.key].row)))
        elif line:
            lines[line.key] = line
    return RatingLines(tuple(lines.values()), tuple(findings), _left_out(empty))


def _line(cells: Cells, skills: Words[str], today: date) -> RatingLine | None:
    """The line; None when a cell that it needs cannot be used."""
    email = cells.address(columns.EMAIL)
    day = _day(cells, today)
    source = _needed(cells, columns.SOURCE, SOURCES)
    skill_id = _needed(cells, columns.SKILL, skills)
    answer = _answer(cells, source)
    limit = REASON_LIMIT if source is Source.AGREED else EVIDENCE_LIMIT
    evidence, skill = cells.long(columns.EVIDENCE, limit), cells.text(columns.SKILL)
    if email is None or day is None or source is None or skill_id is None or answer is None:
        return None
    return RatingLine(cells.row.number, email, day, source, skill_id, answer, evidence, skill)


def _day(cells: Cells, today: date) -> date | None:
    day = cells.day(columns.RATED_ON)
    if not cells.text(columns.RATED_ON):
        cells.refuse(columns.RATED_ON, EMPTY)
    elif day and day > today:
        cells.refuse(columns.RATED_ON, FUTURE)
    return day


def _needed(cells: Cells, column: Column, words: Words[Meaning]) -> Meaning | None:
    if not cells.text(column):
        cells.refuse(column, EMPTY)
    return cells.word(column, words)


def _answer(cells: Cells, source: Source | None) -> Answer | None:
    answer = read_answer(cells.text(columns.LEVEL))
    if answer is None:
        cells.refuse(columns.LEVEL, NO_LEVEL)
    elif answer is Exemption.NOT_OBSERVED and source is Source.AGREED:
        cells.refuse(columns.LEVEL, NotObservedIsNoAgreement.wording)
    return answer


def _left_out(count: int) -> tuple[Finding, ...]:
    if not count:
        return ()
    head = columns.LEVEL.head
    ja, en = NOT_RATED.ja, NOT_RATED.en
    return (
        Finding(
            None, Text(ja.format(head=head.ja, count=count), en.format(head=head.en, count=count))
        ),
    )
