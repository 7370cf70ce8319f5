"""What a new installation needs before anybody can sign in."""

from collections.abc import Sequence
from datetime import date, datetime

from assessments.publications import Publication
from portal.admin.newcomers import newcomer
from portal.library import library
from portal.persistence import accounts, audit, database, maps, people, roles
from portal.persistence.people import Person
from portal.persistence.roles import Role


def publish_missing(now: datetime) -> Sequence[Publication]:
    """Publish the shipped maps of which neither this nor a later version is there."""
    database.begin_writing()
    there = {each.publication.type.id: each.publication.version for each in maps.current()}
    missing = [each for each in library().publications if each.version > there.get(each.type.id, 0)]
    for publication in missing:
        kept = maps.publish(publication, now)
        audit.record(
            "map_published",
            actor_id=None,
            at=now,
            object_id=kept.id,
            type=publication.type.id,
            version=publication.version,
        )
    database.commit()
    return missing


def is_admin(email: str, today: date) -> bool:
    """Whether this person administers the portal already."""
    person = people.find_by_email(email)
    return person is not None and Role.ADMIN in roles.roles_of(person.id, today)


def add_first_admin(email: str, name: str, *, today: date, now: datetime) -> Person | None:
    """An administrator with an account and no password yet; None when there is one already."""
    database.begin_writing()
    if roles.count_admins(today):
        database.rollback()
        return None
    person = people.find_by_email(email) or newcomer(email, name)
    people.save(person, now)
    accounts.open_for(person.id)
    roles.change(person.id, roles.roles_of(person.id, today) | {Role.ADMIN}, today)
    audit.record("person_added", actor_id=None, at=now, subject_id=person.id)
    database.commit()
    return person
