"""What one may look for in the catalogue."""

from collections.abc import Mapping
from typing import TypeVar

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import Form, SearchField, SelectField

from assessments.csm_types import CsmType
from assessments.levels import Level
from assessments.skills import Skill
from content.catalogue import Wanted
from content.lessons import Format, Kind
from portal.library import library
from portal.web.filters import word
from portal.web.language import tr

MINUTES = (30, 45, 60, 90, 120)
LONGEST_SEARCH = 100

_Choice = TypeVar("_Choice")


def catalogue_form(asked: Mapping[str, str]) -> Form:
    """The form in the language of the page, with what was asked for chosen."""
    fields = {
        "words": SearchField(gettext("Search")),
        "skill": _select(gettext("Skill"), _names(library().skills)),
        "level": _select(gettext("I stand at level"), {str(int(e)): str(int(e)) for e in Level}),
        "type": _select(gettext("CSM type"), _names(library().types)),
        "minutes": _select(gettext("Time"), {str(each): _up_to(each) for each in MINUTES}),
        "kind": _select(gettext("Kind"), {each.value: word(each) for each in Kind}),
        "format": _select(gettext("Format"), {each.value: word(each) for each in Format}),
    }
    form: Form = type("CatalogueForm", (Form,), fields)(MultiDict(asked))
    return form


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """What is looked for; what is no choice of the form counts as not chosen."""
    return Wanted(
        words=asked.get("words", "")[:LONGEST_SEARCH],
        kind=_chosen(asked.get("kind"), {each.value: each for each in Kind}),
        format=_chosen(asked.get("format"), {each.value: each for each in Format}),
        skill_ids=_skills(asked.get("skill", ""), asked.get("type", "")),
        level=_chosen(asked.get("level"), {str(int(each)): each for each in Level}),
        minutes=_chosen(asked.get("minutes"), {str(each): each for each in MINUTES}),
    )


def is_narrow(wanted: Wanted) -> bool:
    """Whether anything in particular is looked for."""
    return wanted != Wanted()


def _select(label: str, choices: dict[str, str]) -> SelectField:
    """``choices`` are words by value."""
    return SelectField(label, choices={"": gettext("Any"), **choices}, validate_choice=False)


def _names(named: Mapping[str, Skill] | Mapping[str, CsmType]) -> dict[str, str]:
    return {key: tr(each.name) for key, each in named.items()}


def _up_to(minutes: int) -> str:
    return gettext("Up to %(n)s minutes", n=minutes)


def _chosen(value: str | None, choices: Mapping[str, _Choice]) -> _Choice | None:
    return choices.get(value or "")


def _skills(skill_id: str, type_id: str) -> frozenset[str] | None:
    """Skills to look for: the one chosen, those of a type, or what is in both."""
    of_type = library().maps.get(type_id)
    asked = frozenset(of_type.by_skill) if of_type else None
    if skill_id not in library().skills:
        return asked
    return frozenset({skill_id}) if asked is None else asked & {skill_id}
