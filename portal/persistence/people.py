"""People and their teams."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ColumnElement, ForeignKey, Select, String, func, or_, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from assessments.bands import Band
from assessments.text import Language
from portal.persistence.batches import batches
from portal.persistence.database import Base, UtcDateTime, session
from portal.persistence.ids import new_id


class TeamRow(Base):
    __tablename__ = "teams"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100), unique=True)


class PersonRow(Base):
    __tablename__ = "people"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    language: Mapped[str | None] = mapped_column(String(2))
    time_zone: Mapped[str | None] = mapped_column(String(64))
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("teams.id"), index=True)
    type_id: Mapped[str | None] = mapped_column(String(40))
    band: Mapped[str] = mapped_column(String(20), default=Band.STANDARD.value)
    overlays: Mapped[list[str]] = mapped_column(JSON, default=list)
    starts_on: Mapped[date | None]
    left_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    team: Mapped[TeamRow | None] = relationship(lazy="raise")


@dataclass(frozen=True, slots=True)
class Team:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the portal knows. ``type_id`` is None for people who are not rated."""

    id: UUID
    email: str
    name: str
    language: Language | None
    time_zone: str | None
    team: Team | None
    type_id: str | None
    band: Band
    overlays: tuple[str, ...]
    starts_on: date | None
    left_on: date | None


def normal_email(email: str) -> str:
    """The form in which addresses are kept and compared."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def find(person_id: UUID) -> Person | None:
    return _one(_people().where(PersonRow.id == person_id))


def find_by_email(email: str) -> Person | None:
    return _one(_people().where(PersonRow.email == normal_email(email)))


def search(words: str, *, limit: int, offset: int = 0) -> Sequence[Person]:
    """People whose name, address or team holds the words, by name; all for no words."""
    query = _people().outerjoin(PersonRow.team).where(_holds(words))
    return _many(query.order_by(PersonRow.name, PersonRow.id).limit(limit).offset(offset))


def count(words: str = "") -> int:
    """How many people ``search`` would find."""
    query = select(func.count(PersonRow.id)).outerjoin(PersonRow.team).where(_holds(words))
    return session().scalar(query) or 0


def among(person_ids: Sequence[UUID]) -> Sequence[Person]:
    """These people, by name."""
    query = _people().where(PersonRow.id.in_(person_ids))
    return _many(query.order_by(PersonRow.name, PersonRow.id))


def with_addresses(emails: Sequence[str]) -> Sequence[Person]:
    """People with these addresses, which are given in their normal form."""
    found: list[Person] = []
    for some in batches(emails):
        found += _many(_people().where(PersonRow.email.in_(some)).order_by(PersonRow.id))
    return found


def teams(*, limit: int = 1000) -> Sequence[Team]:
    rows = session().scalars(select(TeamRow).order_by(TeamRow.name, TeamRow.id).limit(limit))
    return [Team(row.id, row.name) for row in rows]


def add_team(name: str) -> Team:
    row = TeamRow(id=new_id(), name=name)
    session().add(row)
    return Team(row.id, row.name)


def hold(person_id: UUID) -> None:
    """Let nobody else hold this person before this transaction ends; rows may point to it."""
    row = select(PersonRow.id).where(PersonRow.id == person_id)
    session().execute(row.with_for_update(key_share=True))


def save(person: Person, now: datetime) -> None:
    """Write the person as given; a person that is not known yet is added."""
    save_all([person], now)


def save_all(persons: Sequence[Person], now: datetime) -> None:
    """Write these people as given; those that are not known yet are added."""
    rows: dict[UUID, PersonRow] = {}
    for some in batches([person.id for person in persons]):
        known = select(PersonRow).where(PersonRow.id.in_(some))
        rows |= {row.id: row for row in session().scalars(known)}
    for person in persons:
        row = rows.get(person.id) or PersonRow(id=person.id, created_at=now)
        _write(row, person)
        session().add(row)
    session().flush()


def _write(row: PersonRow, person: Person) -> None:
    row.email, row.name = normal_email(person.email), person.name
    row.language, row.time_zone = person.language, person.time_zone
    row.team_id = person.team.id if person.team else None
    row.type_id, row.band = person.type_id, person.band.value
    row.overlays = list(person.overlays)
    row.starts_on, row.left_on = person.starts_on, person.left_on


def save_language(person_id: UUID, language: Language) -> None:
    """Write one person's language and nothing else of her."""
    chosen = update(PersonRow).where(PersonRow.id == person_id)
    session().execute(chosen.values(language=language))


def save_time_zone(person_id: UUID, time_zone: str | None) -> None:
    """Write one person's time zone and nothing else of her."""
    chosen = update(PersonRow).where(PersonRow.id == person_id)
    session().execute(chosen.values(time_zone=time_zone))


def _people() -> Select[PersonRow]:
    return select(PersonRow).options(joinedload(PersonRow.team))


def _holds(words: str) -> ColumnElement[bool]:
    columns = (PersonRow.name, PersonRow.email, TeamRow.name)
    return or_(*(column.icontains(words, autoescape=True) for column in columns))


def _one(query: Select[PersonRow]) -> Person | None:
    row = session().scalar(query)
    return person_of(row) if row else None


def _many(query: Select[PersonRow]) -> Sequence[Person]:
    return [person_of(row) for row in session().scalars(query)]


def person_of(row: PersonRow) -> Person:
    return Person(
        id=row.id,
        email=row.email,
        name=row.name,
        language="ja" if row.language == "ja" else "en" if row.language == "en" else None,
        time_zone=row.time_zone,
        team=Team(row.team.id, row.team.name) if row.team else None,
        type_id=row.type_id,
        band=Band(row.band),
        overlays=tuple(row.overlays),
        starts_on=row.starts_on,
        left_on=row.left_on,
    )
