"""Portrait files: ``people/<name>.toml`` to portraits.

A file names the person, then has one table per round she took part in: ``reach``, what was
different then, and under ``said`` by skill what ``self`` and ``manager`` answered and wrote and
what was ``agreed``. Dates in texts are placeholders (see calendar.py).
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assessments.bands import Band
from assessments.levels import Level
from assessments.ratings import AssessmentState, Exemption, Relation
from portal.demo.calendar import DAYS_SINCE, NEWEST
from portal.demo.portraits import Part, Portrait, Said, Settled, Side

FOLDER = Path(__file__).parent / "people"


@cache
def portraits() -> Mapping[str, Portrait]:
    """Everybody, by name, in the order of the files."""
    return {path.stem: _portrait(path) for path in sorted(FOLDER.glob("*.toml"))}


def _portrait(path: Path) -> Portrait:
    table = tomllib.loads(path.read_text("utf-8"))
    return Portrait(
        name=path.stem,
        full_name=table["name"],
        writes=table["writes"],
        team=table.get("team"),
        manager=table.get("manager"),
        type_id=table.get("type"),
        band=Band(table.get("band", Band.STANDARD)),
        overlays=tuple(table.get("overlays", ())),
        joined=table["joined"],
        left=table.get("left"),
        leads=table.get("leads", False),
        administers=table.get("administers", False),
        bias=table.get("bias", 0.0),
        leans=table.get("leans", {}),
        parts=tuple(
            _part(number, table | table[key])
            for number in DAYS_SINCE
            if (key := f"round{number}") in table
        ),
    )


def _part(number: int, table: Mapping[str, Any]) -> Part:
    """A round; what it does not name is as the person is today."""
    return Part(
        number=number,
        reach=table["reach"],
        type_id=table["type"],
        band=Band(table["band"]),
        manager=table["manager"],
        sides=_sides(number, table),
        said={each: _said(table, each) for each in Relation},
        settled={
            skill_id: Settled(Level(told["agreed"]["level"]), told["agreed"]["reason"])
            for skill_id, told in table.get("said", {}).items()
            if "agreed" in told
        },
        agreed=table.get("agreed", 0),
    )


def _sides(number: int, table: Mapping[str, Any]) -> Mapping[Relation, Side]:
    """Both sides of a finished round; of the newest, those that have begun."""
    if number < NEWEST:
        return dict.fromkeys(Relation, Side(AssessmentState.SUBMITTED, None, ""))
    told = {relation: table.get(f"by_{relation.value}") for relation in Relation}
    return {relation: _side(side) for relation, side in told.items() if side}


def _side(told: Mapping[str, Any]) -> Side:
    return Side(AssessmentState(told["state"]), told.get("answered"), told.get("note", ""))


def _said(table: Mapping[str, Any], relation: Relation) -> Mapping[str, Said]:
    """By skill, what this side answers or notes; lists of exempted skills come first."""
    unseen = table.get("not_observed", {}).get(relation.value, ())
    said = {
        **{each: Said(Exemption.NOT_APPLICABLE, "") for each in table.get("not_applicable", ())},
        **{each: Said(Exemption.NOT_OBSERVED, "") for each in unseen},
    }
    for skill_id, told in table.get("said", {}).items():
        if relation.value in told:
            said[skill_id] = _one(told[relation.value], said.get(skill_id))
    return said


def _one(told: Mapping[str, Any], listed: Said | None) -> Said:
    if "level" in told:
        return Said(Level(told["level"]), told.get("text", ""))
    if "answer" in told:
        return Said(Exemption(told["answer"]), told.get("text", ""))
    return Said(listed.answer if listed else None, told["text"])
