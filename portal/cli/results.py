"""``portal result``: where a person stands, for reading or for scripts."""

import json
from typing import Any

import click

from assessments.results import Result
from portal import clock
from portal.access.standing import Seen, standing_of
from portal.cli.application import the_portal
from portal.cli.exits import NotFound
from portal.cli.language import say
from portal.cli.result_tables import show_result
from portal.persistence import audit, database, people
from portal.persistence.people import Person
from portal.web.filters import as_number, picked

NO_RESULT: dict[str, Any] = {
    "type": None,
    "band": None,
    "round": None,
    "fit": None,
    "fit_reason": "no_result",
    "coverage": None,
    "categories": [],
    "skills": [],
}


@click.command(
    help=say(
        "1人の評価結果を表示します。本人と上長の両方が提出した評価だけが対象です。"
        "閲覧は監査ログに記録されます。",
        "Show somebody's result, of rounds in which both sides have handed in. "
        "The audit log keeps that it was read.",
    )
)
@click.argument("email")
@click.option("--json", "as_json", is_flag=True, help=say("JSONで出力", "Print JSON"))
def result(email: str, as_json: bool) -> None:
    with the_portal():
        person = people.find_by_email(email)
        if not person:
            raise NotFound(say(f"見つかりません: {email}", f"Nobody has this address: {email}"))
        seen = _read(person)
    if as_json:
        click.echo(json.dumps(as_document(person, seen), ensure_ascii=False, indent=2))
        return
    show_result(person, seen)


def _read(person: Person) -> Seen | None:
    """What both sides may see; that it was read is kept before it is told."""
    database.begin_writing()
    standing = standing_of(person.id, None)
    if standing is None:
        return None
    audit.record(
        "ratings_read",
        actor_id=None,
        at=clock.now(),
        subject_id=person.id,
        object_id=standing.current.record.id,
    )
    database.commit()
    return standing.current


def as_document(person: Person, seen: Seen | None) -> dict[str, Any]:
    """The result as JSON says it: fit and coverage in percent, None where there is nothing."""
    shown = _shown(seen) if seen else NO_RESULT | _asked_of(person)
    return {"email": person.email, "name": person.name, **shown}


def _asked_of(person: Person) -> dict[str, Any]:
    return {"type": person.type_id, "band": person.band.value}


def _shown(seen: Seen) -> dict[str, Any]:
    profile = seen.result.profile
    return {
        "type": profile.type.id,
        "band": profile.band.value,
        "round": seen.record.started_on.isoformat(),
        **_sums(seen.result),
        "categories": _categories(seen.result),
        "skills": _skills(seen.result),
    }


def _sums(result: Result) -> dict[str, Any]:
    hidden = {"fit_reason": "coverage_below_80"} if result.fit is None else {}
    return {"fit": as_number(result.fit), **hidden, "coverage": as_number(result.coverage)}


def _categories(result: Result) -> list[dict[str, Any]]:
    return [
        {
            "id": score.category.id,
            "fit": as_number(score.fit),
            "coverage": as_number(score.coverage),
        }
        for score in result.categories
    ]


def _skills(result: Result) -> list[dict[str, Any]]:
    """In table order. ``level`` is the one in effect: a number, or None where there is none."""
    return [
        {
            "id": each.skill.id,
            "self": picked(each.self_answer),
            "manager": picked(each.manager_answer),
            "agreed": picked(each.agreed_answer),
            "level": picked(each.level),
            "source": each.source.value if each.source else None,
            "target": int(each.target),
            "weight": each.requirement.weight,
            "gap": each.gap,
            "priority": each.priority,
        }
        for each in result.skills
    ]
