"""The rows of a sheet of people, read and checked one by one."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.bands import Band
from assessments.text import Text
from portal.admin import people_columns as columns
from portal.admin.people_columns import NAME_LIMIT, Terms
from portal.admin.plans import Finding
from portal.admin.reading.cells import Cells
from portal.admin.reading.columns import Found
from portal.persistence.people import normal_email
from portal.persistence.roles import Role
from portal.web.spreadsheets import Sheet

BETWEEN_ROLES = re.compile(r"[、・,;/\n]")
SEVERAL = Text(
    "このメールアドレスは{first}行目にもあります。", "Row {first} has this e-mail address too."
)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person as the file has them; None and no roles where it says nothing."""

    row: int
    email: str
    name: str | None
    team: str | None
    manager: str | None
    type_id: str | None
    band: Band | None
    roles: frozenset[Role]
    starts_on: date | None


def read_lines(
    sheet: Sheet, found: Found, terms: Terms
) -> tuple[Sequence[PersonLine], Sequence[Finding]]:
    """Every row with a usable address, and what is wrong with any row."""
    lines: dict[str, PersonLine] = {}
    findings: list[Finding] = []
    for row in sheet.rows:
        line = _line(Cells(row, found, findings), terms)
        if line and line.email in lines:
            findings.append(Finding(row.number, SEVERAL.formatted(first=lines[line.email].row)))
        elif line:
            lines[line.email] = line
    return tuple(lines.values()), findings


def _line(cells: Cells, terms: Terms) -> PersonLine | None:
    email = cells.address(columns.EMAIL)
    line = PersonLine(
        row=cells.row.number,
        email=email or "",
        name=cells.short(columns.NAME, NAME_LIMIT),
        team=cells.short(columns.TEAM, NAME_LIMIT),
        manager=normal_email(cells.text(columns.MANAGER)) or None,
        type_id=cells.word(columns.TYPE, terms.types),
        band=cells.word(columns.BAND, terms.bands),
        roles=_roles(cells, terms),
        starts_on=cells.day(columns.STARTS_ON),
    )
    return line if email else None


def _roles(cells: Cells, terms: Terms) -> frozenset[Role]:
    text = unicodedata.normalize("NFKC", cells.text(columns.ROLES))
    words = filter(None, map(str.strip, BETWEEN_ROLES.split(text)))
    roles = [cells.meaning(columns.ROLES, terms.roles, word) for word in words]
    return frozenset(filter(None, roles))
