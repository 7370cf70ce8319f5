"""What somebody prefers: language and time zone."""

from datetime import datetime
from uuid import UUID

from assessments.text import Language
from portal.persistence import audit, database, people


def choose_language(person_id: UUID, language: Language, now: datetime) -> None:
    """Show this person everything, and write to her, in this language."""
    people.save_language(person_id, language)
    _record(person_id, now)


def change_settings(
    person_id: UUID, language: Language, time_zone: str | None, now: datetime
) -> None:
    """``time_zone`` is None for that of the organisation."""
    people.save_language(person_id, language)
    people.save_time_zone(person_id, time_zone)
    _record(person_id, now)


def _record(person_id: UUID, now: datetime) -> None:
    audit.record("settings_changed", actor_id=person_id, subject_id=person_id, at=now)
    database.commit()
