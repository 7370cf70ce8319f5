"""What may be chosen in the matrix; addresses are bookmarks, so an old choice asks for nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from assessments.levels import Level
from assessments.skill_results import Source
from portal.library import library
from portal.team.selection import Selection
from portal.team.teammates import Teammate, profiles_of
from portal.web.filters import word
from portal.web.language import tr

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Select:
    """One choice of the form: values with their words, and the one chosen ("" for all)."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class SelectionForm:
    """The choices that the people in scope bring along, as they were made."""

    selects: tuple[Select, ...]

    def selection(self) -> Selection:
        chosen = {each.name: each.chosen for each in self.selects}
        return Selection(
            chosen["type"] or None,
            UUID(chosen["team"]) if chosen["team"] else None,
            chosen["skill"] or None,
            Level(int(chosen["at_least"])) if chosen["at_least"] else None,
            Level(int(chosen["at_most"])) if chosen["at_most"] else None,
            Source(chosen["source"]) if chosen["source"] else None,
        )


def selection_form(arguments: MultiDict[str, str], team: Sequence[Teammate]) -> SelectionForm:
    """The form as this address fills it in."""
    offered = (
        ("type", gettext("CSM type"), _types(team)),
        ("team", gettext("Team"), _teams(team)),
        ("skill", gettext("Skill"), _skills(team)),
        ("at_least", gettext("Level at least"), _levels()),
        ("at_most", gettext("Level at most"), _levels()),
        ("source", gettext("Source of the level"), [(each.value, word(each)) for each in Source]),
    )
    return SelectionForm(
        tuple(
            _select(name, label, options, arguments.get(name, ""))
            for name, label, options in offered
        )
    )


def _select(name: str, label: str, options: Iterable[Option], asked: str) -> Select:
    offered = (("", gettext("All")), *options)
    return Select(name, label, offered, asked if asked in dict(offered) else "")


def _types(team: Sequence[Teammate]) -> list[Option]:
    types = {each.type.id: each.type for each in team if each.type}
    return [(each.id, tr(each.name)) for each in types.values()]


def _teams(team: Sequence[Teammate]) -> list[Option]:
    teams = {each.person.team for each in team if each.person.team}
    return [(str(each.id), each.name) for each in sorted(teams, key=lambda each: each.name)]


def _skills(team: Sequence[Teammate]) -> list[Option]:
    asked = {skill_id for profile in profiles_of(team) for skill_id in profile.map.by_skill}
    return [(each.id, tr(each.name)) for each in library().table if each.id in asked]


def _levels() -> list[Option]:
    return [
        (str(each.level.value), f"{each.level.value} {tr(each.name)}") for each in library().levels
    ]
