"""The two imports, as the pages need to know them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from assessments.text import Text
from portal.admin.actions.import_people import import_people, preview_people
from portal.admin.actions.import_ratings import import_ratings, preview_ratings
from portal.admin.known_names import skill_names, type_names
from portal.admin.people_columns import PEOPLE_COLUMNS, TYPE
from portal.admin.plans import ImportPlan
from portal.admin.ratings_columns import RATINGS_COLUMNS, SKILL
from portal.admin.reading.columns import Column
from portal.web.spreadsheets import Sheet


@dataclass(frozen=True)
class ImportKind:
    """``preview`` says what would change, ``carry_out`` does it when the digest still fits.

    ``listed`` is the column whose words come from the library, ``names`` has them by id.

    ``tells_before``: whether the preview may show what stands there now. Levels are closed to
    administrators until they give a reason, so a preview of ratings tells the new ones only.
    """

    id: str
    title: LazyString
    lead: LazyString
    columns: tuple[Column, ...]
    listed: Column
    names: Callable[[], Mapping[str, Text]]
    tells_before: bool
    preview: Callable[[Sheet, UUID, date], ImportPlan]
    carry_out: Callable[[Sheet, UUID, date, datetime, str], Any]

    @property
    def choose(self) -> str:
        """Endpoint of the page that takes a file."""
        return f"admin.import_{self.id}"

    @property
    def check(self) -> str:
        """Endpoint of the preview."""
        return f"admin.check_{self.id}"


PEOPLE = ImportKind(
    "people",
    lazy_gettext("Import people"),
    lazy_gettext("Bring people, teams and reporting lines from a spreadsheet."),
    PEOPLE_COLUMNS,
    TYPE,
    type_names,
    True,
    lambda sheet, by, today: preview_people(sheet, by=by, today=today),
    lambda sheet, by, today, now, digest: import_people(
        sheet, by=by, today=today, now=now, digest=digest
    ),
)
RATINGS = ImportKind(
    "ratings",
    lazy_gettext("Import ratings"),
    lazy_gettext("Bring the ratings that you already have, as finalised rounds."),
    RATINGS_COLUMNS,
    SKILL,
    skill_names,
    False,
    lambda sheet, by, today: preview_ratings(sheet, by=by, today=today),
    lambda sheet, by, today, now, digest: import_ratings(
        sheet, by=by, today=today, now=now, digest=digest
    ),
)
