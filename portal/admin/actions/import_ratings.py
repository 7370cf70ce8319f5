"""Importing ratings: read what is known, plan, and write all of it or nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from portal.admin.plans import PlanChanged
from portal.admin.ratings_columns import RATINGS_COLUMNS, skill_words
from portal.admin.ratings_import import Past, RatingsPlan, plan_ratings
from portal.admin.ratings_lines import RatingLines, read_rating_lines
from portal.admin.reading.columns import column_errors, column_warnings, find_columns
from portal.persistence import audit, database, imported_rounds, maps, people, rounds, staff
from portal.persistence.maps import PublishedMap
from portal.web.spreadsheets import Sheet


def preview_ratings(sheet: Sheet, *, by: UUID | None, today: date) -> RatingsPlan:
    """What ``import_ratings`` would do."""
    published = maps.current()
    read = _read(sheet, published, today)
    return plan_ratings(read, _past(read, published, by))


def import_ratings(
    sheet: Sheet, *, by: UUID | None, today: date, now: datetime, digest: str | None = None
) -> RatingsPlan:
    """Carry out the plan for this sheet, unless it has errors; the plan.

    ``digest`` is that of the plan that was previewed. Raises PlanChanged when the plan for the
    same sheet is another one now.
    """
    staff.lock()
    plan = preview_ratings(sheet, by=by, today=today)
    if digest is not None and digest != plan.digest:
        raise PlanChanged
    if not plan.errors:
        imported_rounds.keep(plan.imported)
        _record(plan, by, now)
        database.commit()
    return plan


def record_reading(plan: RatingsPlan, *, by: UUID | None, now: datetime) -> None:
    """Put on record whose levels a preview has shown: those of rounds that would change."""
    shown = {each.subject_id for each in plan.imported if each.round_id}
    for subject_id in sorted(shown):
        audit.record("ratings_read", actor_id=by, at=now, subject_id=subject_id)
    database.commit()


def _read(sheet: Sheet, published: Sequence[PublishedMap], today: date) -> RatingLines:
    found = find_columns(sheet, RATINGS_COLUMNS)
    if refusals := column_errors(found):
        return RatingLines((), refusals, ())
    skills = skill_words(skill for each in published for skill in each.publication.table)
    read = read_rating_lines(sheet, found, skills, today)
    return RatingLines(read.lines, read.errors, (*column_warnings(found), *read.warnings))


def _past(read: RatingLines, published: Sequence[PublishedMap], importer: UUID | None) -> Past:
    emails = list(dict.fromkeys(line.email for line in read.lines))
    known = {person.email: person for person in people.with_addresses(emails)}
    days = sorted({line.day for line in read.lines})
    return Past(
        importer=importer,
        people=known,
        maps={each.publication.type.id: each for each in published},
        rounds=rounds.on_days([person.id for person in known.values()], days),
    )


def _record(plan: RatingsPlan, by: UUID | None, now: datetime) -> None:
    """One event for each person and one for the import."""
    counts = Counter(each.subject_id for each in plan.imported)
    for subject_id, count in counts.items():
        audit.record("ratings_imported", actor_id=by, at=now, subject_id=subject_id, rounds=count)
    audit.record(
        "ratings_import_done",
        actor_id=by,
        at=now,
        added=len(plan.new),
        changed=len(plan.changed),
        unchanged=plan.unchanged,
    )
