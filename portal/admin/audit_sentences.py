"""What each act in the audit log is called."""

from collections.abc import Mapping

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from portal.library import library
from portal.persistence.audit import AuditEvent
from portal.web.language import tr

SENTENCES: Mapping[str, LazyString] = {
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


def sentence_of(event: AuditEvent, subject: str) -> str:
    """The act in the language of the page; its plain name where it has no sentence."""
    wording = SENTENCES.get(event.action)
    if wording is None:
        return f"{event.action} {subject}".strip()
    return str(wording) % _Values(event.details, subject)


class _Values(dict[str, str]):
    """What a sentence may name; a dash for what an event does not tell."""

    def __init__(self, details: Mapping[str, object], subject: str) -> None:
        super().__init__({name: _told(name, value) for name, value in details.items()})
        self["subject"] = subject

    def __missing__(self, _name: str) -> str:
        return "–"


def _told(name: str, value: object) -> str:
    """Names of fields and types in words, other lists as how many there are."""
    if name == "type" and value in library().types:
        return tr(library().types[str(value)].name)
    if not isinstance(value, list):
        return str(value)
    if all(each in FIELDS for each in value):
        return gettext(", ").join(str(FIELDS[each]) for each in value)
    return str(len(value))
