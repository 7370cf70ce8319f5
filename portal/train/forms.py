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
from portal.web.text import lazy as _

MINUTES = (30, 45, 60, 90, 120)
LONGEST_SEARCH = 100

_Choice = TypeVar("_Choice")


class CatalogueForm(Form):
    """What to look for; every choice may be left open."""

    words = SearchField(_("Search"))
    skill = SelectField(_("Skill"), validate_choice=False)
    level = SelectField(_("I stand at level"), validate_choice=False)
    type = SelectField(_("CSM type"), validate_choice=False)
    minutes = SelectField(_("Time"), validate_choice=False)
    kind = SelectField(_("Kind"), validate_choice=False)
    format = SelectField(_("Format"), validate_choice=False)

    def offer(self) -> None:
        """Fill in the choices, in the language of the page."""
        self.skill.choices = _any_or(_names(library().skills))
        self.level.choices = _any_or({str(int(each)): str(int(each)) for each in Level})
        self.type.choices = _any_or(_names(library().types))
        self.minutes.choices = _any_or({str(each): _up_to(each) for each in MINUTES})
        self.kind.choices = _any_or({each.value: word(each) for each in Kind})
        self.format.choices = _any_or({each.value: word(each) for each in Format})


def catalogue_form(asked: Mapping[str, str]) -> CatalogueForm:
    """The form with what was asked for chosen."""
    form = CatalogueForm(MultiDict(asked))
    form.offer()
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


def _any_or(choices: dict[str, str]) -> dict[str, str]:
    """Words by value, with the open choice before them."""
    return {"": gettext("Any"), **choices}


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
