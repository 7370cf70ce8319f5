"""What each act in the audit log is called."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from portal.admin.people_facts import role_names
from portal.library import library
from portal.persistence.audit import AuditEvent
from portal.persistence.roles import Role
from portal.web.language import tr

NOT_TOLD = "–"

SENTENCES: Mapping[str, LazyString] = {
    "assessment_discarded": lazy_gettext("Assessment of %(subject)s discarded while empty"),
    "assessment_returned": lazy_gettext("Self-assessment of %(subject)s returned"),
    "assessment_started": lazy_gettext("Assessment of %(subject)s started"),
    "assessment_submitted": lazy_gettext("Assessment of %(subject)s submitted"),
    "assessment_taken_back": lazy_gettext("Assessment of %(subject)s taken back"),
    "demo_loaded": lazy_gettext("Demo organisation loaded (%(people)s people)"),
    "levels_agreed": lazy_gettext("Agreed levels of %(subject)s written"),
    "map_published": lazy_gettext("Skill map published: %(type)s, version %(version)s"),
    "password_changed": lazy_gettext("Password of %(subject)s changed"),
    "password_reset": lazy_gettext("Password of %(subject)s chosen by a link"),
    "password_reset_requested": lazy_gettext("Link to choose a password asked for: %(subject)s"),
    "people_imported": lazy_gettext(
        "People imported: %(added)s new, %(changed)s changed, %(unchanged)s unchanged"
    ),
    "person_added": lazy_gettext("%(subject)s added"),
    "settings_changed": lazy_gettext("%(subject)s changed language or time zone"),
    "person_changed": lazy_gettext("%(subject)s changed: %(fields)s"),
    "ratings_import_done": lazy_gettext(
        "Ratings imported, in rounds: %(added)s new, %(changed)s changed, %(unchanged)s unchanged"
    ),
    "ratings_imported": lazy_gettext("Ratings of %(subject)s imported (rounds: %(rounds)s)"),
    "ratings_opened": lazy_gettext("Ratings of %(subject)s opened. Reason: %(reason)s"),
    "ratings_read": lazy_gettext("Ratings of %(subject)s read on the command line"),
    "ratings_saved": lazy_gettext("Ratings of %(subject)s saved"),
    "round_discarded": lazy_gettext("Round of %(subject)s discarded while empty"),
    "round_finalised": lazy_gettext("Round of %(subject)s finalised"),
    "round_started": lazy_gettext("Round of %(subject)s started"),
    "sign_in_failed": lazy_gettext("Sign-in failed: %(subject)s"),
    "signed_in": lazy_gettext("Signed in"),
    "signed_out": lazy_gettext("Signed out"),
    "team_exported": lazy_gettext("Levels of a team downloaded (%(people)s people)"),
}

FIELDS: Mapping[str, LazyString] = {
    "band": lazy_gettext("Band"),
    "email": lazy_gettext("E-mail"),
    "language": lazy_gettext("Language"),
    "left_on": lazy_gettext("Left on"),
    "manager": lazy_gettext("Manager"),
    "name": lazy_gettext("Name"),
    "overlays": lazy_gettext("Added duties"),
    "roles": lazy_gettext("Roles"),
    "starts_on": lazy_gettext("Start date"),
    "team": lazy_gettext("Team"),
    "type": lazy_gettext("CSM type"),
    "type_id": lazy_gettext("CSM type"),
}


def sentence_of(event: AuditEvent, names: Mapping[UUID, str]) -> str:
    """The act in the language of the page, with names by id; its plain name where it has none."""
    subject = names.get(event.subject_id, NOT_TOLD) if event.subject_id else NOT_TOLD
    wording = SENTENCES.get(event.action)
    if wording is None:
        return f"{event.action} {subject}"
    told = {name: _told(name, value) for name, value in event.details.items()}
    if "fields" in told:
        told["fields"] = _fields(event.details, names)
    return str(wording) % _Values(told | {"subject": subject}, NOT_TOLD)


def acts() -> Mapping[str, str]:
    """Every act in words by its name, with dots for whom and how much."""
    return {action: str(wording) % _Values({}, "…") for action, wording in SENTENCES.items()}


def named_in(event: AuditEvent) -> set[UUID]:
    """Whom the sentence names, and who acted."""
    managers = (event.details.get(when, {}).get("manager") for when in ("before", "after"))
    people = (event.actor_id, event.subject_id, *(UUID(each) for each in managers if each))
    return {each for each in people if each}


class _Values(dict[str, str]):
    """What a sentence may name, and what stands for everything else."""

    def __init__(self, told: Mapping[str, str], otherwise: str) -> None:
        super().__init__(told)
        self._otherwise = otherwise

    def __missing__(self, _name: str) -> str:
        return self._otherwise


def _told(name: str, value: object) -> str:
    """Names of types in words, lists as how many there are."""
    if name == "type" and value in library().types:
        return tr(library().types[str(value)].name)
    return str(len(value)) if isinstance(value, list) else str(value)


def _fields(details: Mapping[str, Any], names: Mapping[UUID, str]) -> str:
    """What changed, each with what it was and is where the event holds that."""
    before, after = details.get("before", {}), details.get("after", {})
    return gettext(", ").join(
        gettext(
            "%(field)s (%(before)s → %(after)s)",
            field=_field(name),
            before=VALUES[name](before[name], names),
            after=VALUES[name](after[name], names),
        )
        if name in VALUES and name in before and name in after
        else _field(name)
        for name in details["fields"]
    )


def _field(name: str) -> str:
    return str(FIELDS.get(name, name))


def _manager(value: str | None, names: Mapping[UUID, str]) -> str:
    return names.get(UUID(value), NOT_TOLD) if value else gettext("Nobody")


def _roles(value: Iterable[str], _names: Mapping[UUID, str]) -> str:
    return tr(role_names(frozenset(map(Role, value)))) or NOT_TOLD


VALUES: Mapping[str, Callable[[Any, Mapping[UUID, str]], str]] = {
    "manager": _manager,
    "roles": _roles,
}
"""How values that an event holds are put into words."""
