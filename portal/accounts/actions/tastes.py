"""What somebody prefers: language and time zone."""

from dataclasses import replace
from datetime import datetime

from assessments.text import Language
from portal.persistence import database, people
from portal.persistence.people import Person


def choose_language(person: Person, language: Language, now: datetime) -> None:
    """Show this person everything, and write to her, in this language."""
    people.save(replace(person, language=language), now)
    database.commit()


def change_settings(
    person: Person, language: Language, time_zone: str | None, now: datetime
) -> None:
    """``time_zone`` is None for that of the organisation."""
    people.save(replace(person, language=language, time_zone=time_zone), now)
    database.commit()
