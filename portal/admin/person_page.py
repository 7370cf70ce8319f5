"""The form of one person with its choices and its present values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import Field

from assessments.text import Text
from portal.admin.forms import PersonForm
from portal.admin.people_columns import ROLE_NAMES, terms_of
from portal.admin.person_edit import stamp_of
from portal.library import library
from portal.persistence import accounts, maps, people, roles, staff
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer
from portal.web.filters import day
from portal.web.language import tr

MOST_OFFERED = 300
"""Teams and managers that a field suggests."""


@dataclass(frozen=True)
class Offers:
    """What the fields suggest while somebody types."""

    teams: Sequence[str]
    managers: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Planned:
    """A manager who begins on a later day."""

    name: str
    starts_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """What an administrator should know before changing somebody."""

    reports: int
    planned: Sequence[Planned]
    has_password: bool
    has_left: bool


def person_form(
    posted: MultiDict[str, str] | None, staffer: Staffer | None, today: date
) -> PersonForm:
    """The form as posted, else with what is known about the person."""
    form = PersonForm(posted, data=_values_of(staffer, today) if staffer else {"from_day": today})
    form.today = today
    terms = terms_of([each.publication.type for each in maps.current()], library().bands)
    form.type_id.choices = {"": gettext("Not rated"), **_choices(terms.type_names)}
    form.band.choices = _choices({band.value: name for band, name in terms.band_names.items()})
    form.roles.choices = _choices({role.value: name for role, name in ROLE_NAMES.items()})
    form.overlays.choices = _choices({each.id: each.name for each in library().overlays.values()})
    form.language.choices = {"": gettext("As the browser says"), "ja": "日本語", "en": "English"}
    return form


def offers(today: date) -> Offers:
    managers = people.among(roles.holders(Role.MANAGER, today, limit=MOST_OFFERED))
    return Offers(
        teams=[team.name for team in people.teams(limit=MOST_OFFERED)],
        managers=[(person.email, person.name) for person in managers],
    )


def standing_of(staffer: Staffer, today: date) -> Standing:
    account = accounts.find(staffer.person.id)
    left_on = staffer.person.left_on
    return Standing(
        reports=staff.count_reports(staffer.person.id, today),
        planned=_planned(staffer, today),
        has_password=account is not None and account.password is not None,
        has_left=left_on is not None and left_on <= today,
    )


def _planned(staffer: Staffer, today: date) -> Sequence[Planned]:
    """Lines that begin later."""
    later = [line for line in staffer.lines if line.starts_on > today]
    managers = people.among([line.manager_id for line in later])
    names = {manager.id: manager.name for manager in managers}
    return [Planned(names[line.manager_id], line.starts_on) for line in later]


def differences(mine: PersonForm, theirs: PersonForm) -> Sequence[tuple[str, str, str]]:
    """Label, what stands there and what was typed, of every field where that differs."""
    told = [
        (str(field.label.text), _shown(theirs[field.name]), _shown(field))
        for field in mine
        if field.name not in ("stamp", "from_day")
    ]
    return [each for each in told if each[1] != each[2]]


def _shown(field: Field) -> str:
    """The value of a field in words."""
    chosen = field.data if isinstance(field.data, list) else [field.data]
    names = getattr(field, "choices", {})
    told = (_in_words(names.get(value, value)) for value in chosen if value)
    return gettext(", ").join(told) or "–"


def _in_words(value: object) -> str:
    return day(value) if isinstance(value, date) else str(value)


def _values_of(staffer: Staffer, today: date) -> dict[str, Any]:
    person = staffer.person
    manager_id = staffer.manager_on(today)
    manager = people.find(manager_id) if manager_id else None
    return {
        "name": person.name,
        "email": person.email,
        "language": person.language or "",
        "team": person.team.name if person.team else "",
        "type_id": person.type_id or "",
        "band": person.band.value,
        "overlays": list(person.overlays),
        "roles": [role.value for role in staffer.roles],
        "manager": manager.email if manager else "",
        "from_day": today,
        "starts_on": person.starts_on,
        "left_on": person.left_on,
        "stamp": stamp_of(staffer),
    }


def _choices(names: Mapping[str, Text]) -> dict[str, str]:
    """Words by value."""
    return {value: tr(name) for value, name in names.items()}
