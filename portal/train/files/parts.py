"""What stands between tables: fields to fill in, statements to tick, model wording.

All three share four columns, so that they stand below each other on one worksheet.
"""

from content.templates import Checks, Fields, Prose
from portal.train.files.pages import Page
from portal.train.files.style import DONE, NOTES, POINTS, TICK

COLUMNS = (5, 21, 25, 31)
LABEL, ANSWER = (0, 1), (2, 3)
BOX, POINT, NOTE = (0, 0), (1, 2), (3, 3)


def write_part(page: Page, part: Fields | Checks | Prose) -> None:
    match part:
        case Fields():
            _write_fields(page, part)
        case Checks():
            _write_checks(page, part)
        case Prose():
            for paragraph in part.paragraphs:
                page.across(paragraph, "prose")


def _write_fields(page: Page, part: Fields) -> None:
    for field in part.fields:
        label, hint = page.told(field.label), page.told(field.hint) if field.hint else ""
        page.height(max(field.lines, _lines(page, LABEL, label, hint)), 6)
        page.cells(*LABEL, label, "label", hint)
        page.cells(*ANSWER, "", "entry")
        page.row += 1


def _write_checks(page: Page, part: Checks) -> None:
    for place, label in ((BOX, DONE), (POINT, POINTS), (NOTE, NOTES)):
        page.cells(*place, page.told(label), "head")
    page.row += 1
    for item in part.items:
        text, hint = page.told(item.text), page.told(item.hint) if item.hint else ""
        page.height(_lines(page, POINT, text, hint), 8)
        page.cells(*BOX, TICK, "box")
        page.cells(*POINT, text, "entry", hint)
        page.cells(*NOTE, "", "entry")
        page.row += 1


def _lines(page: Page, place: tuple[int, int], words: str, hint: str) -> int:
    width = sum(COLUMNS[place[0] : place[1] + 1])
    return sum(page.looks.lines(each, width) for each in (words, hint) if each)
