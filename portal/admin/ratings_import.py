"""What a sheet of ratings would change; nothing is written here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessments.profiles import Profile
from assessments.text import Text
from portal.admin.plans import Change, Finding, ImportPlan, by_row
from portal.admin.ratings_lines import RatingLine, RatingLines
from portal.admin.ratings_rounds import Day, differences_in, imported_round
from portal.persistence.imported_rounds import ImportedRound
from portal.persistence.maps import PublishedMap
from portal.persistence.people import Person
from portal.persistence.round_records import RoundRecord

NOBODY = Text(
    "メールアドレス「{email}」の人は登録されていません。先に人を取り込んでください。",
    "Nobody has the address “{email}”. Import people first.",
)
NO_TYPE = Text(
    "{name}さんにはタイプがないため、評価を取り込めません。",
    "{name} has no type, so no ratings can be imported.",
)
ONESELF = Text(
    "自分自身の評価は取り込めません。ほかの管理者に依頼してください。",
    "You cannot import ratings of yourself. Ask another administrator.",
)
MADE_HERE = Text(
    "{name}さんには、この日にポータルで行った評価があります。上書きはできません。",
    "{name} has a round made in the portal on this day. It cannot be overwritten.",
)
NOT_IN_MAP = Text(
    "スキル「{skill}」は{name}さんのスキルマップ({type})にありません。",
    "The skill “{skill}” is not part of the skill map of {name} ({type}).",
)


@dataclass(frozen=True)
class Past:
    """What the portal knows of the people and days in a sheet.

    ``people`` by address, ``maps`` the newest by type, ``rounds`` those of these people on
    these days. ``importer`` is who imports; None for the command line.
    """

    importer: UUID | None
    people: Mapping[str, Person]
    maps: Mapping[str, PublishedMap]
    rounds: Sequence[RoundRecord]


Rounds = Mapping[tuple[UUID, date], RoundRecord]
"""By person and day."""


@dataclass(frozen=True)
class RatingsPlan(ImportPlan):
    """``imported`` is what is to be written, one for each of ``changes``."""

    imported: tuple[ImportedRound, ...] = ()


def plan_ratings(read: RatingLines, past: Past) -> RatingsPlan:
    """Work out every change; the lines of one person and day are one round."""
    known = sorted(past.rounds, key=lambda each: each.is_imported)
    rounds = {(each.subject_id, each.started_on): each for each in known}
    errors = list(read.errors)
    found = [_day(lines, rounds, past, errors) for lines in _by_person_and_day(read.lines)]
    days = [day for day in found if day]
    changes = [day for day in days if day.changed]
    return RatingsPlan(
        changes=tuple(map(_change, changes)),
        unchanged=len(days) - len(changes),
        warnings=read.warnings,
        errors=by_row(errors),
        imported=tuple(map(imported_round, changes)),
    )


def _by_person_and_day(lines: Iterable[RatingLine]) -> Iterable[list[RatingLine]]:
    grouped: defaultdict[tuple[str, date], list[RatingLine]] = defaultdict(list)
    for line in lines:
        grouped[line.email, line.day].append(line)
    return grouped.values()


def _day(
    lines: Sequence[RatingLine], rounds: Rounds, past: Past, errors: list[Finding]
) -> Day | None:
    """The lines of one person on one day; None, with an error more, where they cannot stand."""
    row, email = lines[0].row, lines[0].email
    person = past.people.get(email)
    if person is None:
        errors.append(Finding(row, NOBODY.formatted(email=email)))
        return None
    if person.id == past.importer:
        errors.append(Finding(row, ONESELF))
        return None
    record = rounds.get((person.id, lines[0].day))
    published = record.published if record else past.maps.get(person.type_id or "")
    if published is None:
        errors.append(Finding(row, NO_TYPE.formatted(name=person.name)))
        return None
    if record and not record.is_imported:
        errors.append(Finding(row, MADE_HERE.formatted(name=person.name)))
        return None
    profile = record.round.profile if record else _profile(published, person)
    errors += _not_in_map(lines, profile, person)
    fitting = tuple(line for line in lines if line.skill_id in profile.map.by_skill)
    return Day(person, lines[0].day, published, profile, record, fitting)


def _profile(published: PublishedMap, person: Person) -> Profile:
    return published.publication.profile(person.band, person.overlays)


def _not_in_map(lines: Sequence[RatingLine], profile: Profile, person: Person) -> Iterator[Finding]:
    for line in lines:
        if line.skill_id not in profile.map.by_skill:
            values = {"name": person.name, "skill": line.skill}
            ja = NOT_IN_MAP.ja.format(type=profile.type.name.ja, **values)
            en = NOT_IN_MAP.en.format(type=profile.type.name.en, **values)
            yield Finding(line.row, Text(ja, en))


def _change(day: Day) -> Change:
    return Change(
        row=day.lines[0].row,
        email=day.person.email,
        name=day.person.name,
        is_new=day.record is None,
        differences=differences_in(day),
        on=day.on,
    )
