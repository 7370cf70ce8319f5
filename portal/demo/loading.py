"""Loading the demo into an empty database, and starting over without it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from assessments.refusals import Refusal
from assessments.text import Text
from portal.accounts import hashing, password_rules
from portal.admin.actions import install
from portal.demo.calendar import Calendar
from portal.demo.cast import ONE_CLICK, address_of
from portal.demo.organisation import found
from portal.demo.playing import play
from portal.demo.portrait_files import portraits
from portal.demo.reasons import Reasons
from portal.demo.scenes import Stage
from portal.persistence import audit, database, maps, people, schema, starting_over

_CONSONANTS, _VOWELS = "bdfgkmnprstvz", "aeiou"
_GROUPS, _SYLLABLES = 5, 2


class DatabaseInUse(Refusal):
    """The demo is to be loaded into a database that holds people."""

    wording = Text(
        "このデータベースには{count}人が登録されています。デモは空のデータベースにだけ読み込めます。",
        "People in this database: {count}. The demo can only be loaded into an empty one.",
    )


class NoDemo(Refusal):
    """The demo is to be removed from a database that it was never loaded into."""

    wording = Text(
        "このデータベースにデモは読み込まれていません。",
        "The demo is not loaded in this database.",
    )


class NotOnlyDemo(Refusal):
    """The demo is to be removed from a database that holds more than the demo."""

    wording = Text(
        "デモ以外の人が{count}人登録されているため、データベースを空にできません。新しいデータベースで始めてください。",
        "People in this database who are not part of the demo: {count}. It is not emptied; "
        "start with a new database instead.",
    )


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One of the accounts a visitor is offered; every other one has the same password."""

    role: Text
    name: str
    email: str
    password: str


def new_password() -> str:
    """A random password of 24 characters that can be read aloud and typed."""
    letters = (_CONSONANTS, _VOWELS) * _SYLLABLES
    return "-".join("".join(map(secrets.choice, letters)) for _ in range(_GROUPS))


def load(now: datetime, password: str) -> Sequence[DemoAccount]:
    """Fill an initialised database with the demo; the accounts to offer first.

    All in one transaction. Raises DatabaseInUse when the database holds anybody, and what
    ``password_rules.check`` raises.
    """
    offered = _offered(password)
    hashed = hashing.hashed(password)
    database.begin_writing()
    if count := people.count():
        raise DatabaseInUse(count=count)
    calendar = Calendar(now.astimezone(UTC).date())
    organisation = found(calendar, hashed, now)
    published = {each.publication.type.id: each for each in maps.current()}
    stage = Stage(calendar, organisation, published, Reasons())
    rounds = sum(play(stage, each) for each in organisation.values())
    audit.record("demo_loaded", actor_id=None, at=now, people=len(organisation), rounds=rounds)
    database.commit()
    return offered


def unload(now: datetime) -> None:
    """Empty the database and initialise it anew, with an empty audit log.

    The audit log is only ever added to, and its events name the people of the demo: they cannot
    go one without the other. So this starts over, and only where the demo is all there is.
    Raises NoDemo, NotOnlyDemo.
    """
    database.begin_writing()
    count, of_demo = people.count(), _of_demo()
    if not of_demo:
        raise NoDemo
    if count > of_demo:
        raise NotOnlyDemo(count=count - of_demo)
    starting_over.drop_everything()
    database.commit()
    schema.upgrade()
    install.publish_missing(now)


def _offered(password: str) -> Sequence[DemoAccount]:
    names = {address_of(each.name): each.full_name for each in portraits().values()}
    for email, name in names.items():
        password_rules.check(password, name=name, email=email)
    return [DemoAccount(role, names[email], email, password) for email, role in ONE_CLICK.items()]


def _of_demo() -> int:
    """How many people have an address that the demo brings."""
    found = (people.find_by_email(address_of(name)) for name in portraits())
    return sum(person is not None for person in found)
